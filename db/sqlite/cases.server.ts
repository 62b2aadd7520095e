import { asc, eq, sql } from 'drizzle-orm'

import type { CaseState } from '#app/kernel/case/case-state.ts'

import { storedEvent } from '../event-chain.ts'
import type { CaseStore } from '../store.ts'

import { sqliteAwaits } from './awaits.server.ts'
import { sqliteCaseList } from './case-list.server.ts'
import { readJson } from './json-column.ts'
import { sqliteNotices } from './notices.server.ts'
import type { Connection } from './open-database.server.ts'
import { sqliteRunningOut } from './running-out.server.ts'
import { cases, certificates, events, idempotency } from './schema.ts'

export const AWAITING = `
  SELECT case_id AS caseId, wait FROM awaited_records
  WHERE subject = ? AND entity = ? AND register = ? ORDER BY case_id, wait`

export const ENDED_OF = `
  SELECT state FROM cases
  WHERE definition_hash = :hash AND ended_at IS NOT NULL AND case_id > :after
  ORDER BY case_id LIMIT :limit`

export function sqliteCases(connection: Connection): CaseStore {
  const { client, orm } = connection
  const [id, ref, code] = [sql.placeholder('id'), sql.placeholder('ref'), sql.placeholder('code')]
  const state = { state: cases.state }
  // every command and page of a case asks for it
  const byId = client.prepare<[string], string>('SELECT state FROM cases WHERE case_id = ?').pluck()
  const byRef = orm.select(state).from(cases).where(eq(cases.ref, ref)).prepare()
  const byKey = orm.select({ ref: idempotency.ref }).from(idempotency).where(eq(idempotency.key, sql.placeholder('key'))).prepare()
  const eventsOf = orm.select().from(events).where(eq(events.caseId, id)).orderBy(asc(events.version)).prepare()
  const byCode = orm.select().from(certificates).where(eq(certificates.code, code)).prepare()
  const ofCase = orm.select().from(certificates).where(eq(certificates.caseId, id)).orderBy(asc(certificates.issuedAt), asc(certificates.code)).prepare()
  const ended = client.prepare<[{ hash: string; after: string; limit: number }], { state: string }>(ENDED_OF)
  const awaiting = client.prepare<[string, string, string], { caseId: string; wait: string }>(AWAITING)
  return {
    load: async (caseId) => {
      const text = byId.get(caseId)
      return text === undefined ? null : readJson<CaseState>('state', text)
    },
    loadByRef: async (found) => byRef.get({ ref: found })?.state ?? null,
    refByKey: async (key) => byKey.get({ key })?.ref ?? null,
    events: async (caseId) => eventsOf.all({ id: caseId }).map(storedEvent),
    listOf: sqliteCaseList(connection),
    endedOf: async (hash, after, limit) => ended.all({ hash, after: after ?? '', limit }).map(({ state: text }) => readJson<CaseState>('state', text)),
    certificate: async (found) => byCode.get({ code: found }) ?? null,
    certificatesOf: async (caseId) => ofCase.all({ id: caseId }),
    notices: sqliteNotices(connection),
    awaitingRecord: async (register, entity, subject) => awaiting.all(subject, entity, register),
    ...sqliteAwaits(connection),
    runningOut: sqliteRunningOut(connection),
  }
}
