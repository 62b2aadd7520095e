import { asc, eq, sql } from 'drizzle-orm'

import { storedEvent } from '../event-chain.ts'
import type { CaseStore } from '../store.ts'

import { sqliteCaseList } from './case-list.server.ts'
import type { Connection } from './open-database.server.ts'
import { cases, certificates, events } from './schema.ts'

export const AWAITING = `
  SELECT case_id AS caseId, wait FROM awaited_records
  WHERE subject = ? AND entity = ? AND register = ? ORDER BY case_id, wait`

export function sqliteCases(connection: Connection): CaseStore {
  const { client, orm } = connection
  const [id, ref, code] = [sql.placeholder('id'), sql.placeholder('ref'), sql.placeholder('code')]
  const state = { state: cases.state }
  const byId = orm.select(state).from(cases).where(eq(cases.caseId, id)).prepare()
  const byRef = orm.select(state).from(cases).where(eq(cases.ref, ref)).prepare()
  const eventsOf = orm.select().from(events).where(eq(events.caseId, id)).orderBy(asc(events.version)).prepare()
  const byCode = orm.select().from(certificates).where(eq(certificates.code, code)).prepare()
  const ofCase = orm.select().from(certificates).where(eq(certificates.caseId, id)).orderBy(asc(certificates.issuedAt), asc(certificates.code)).prepare()
  const awaiting = client.prepare<[string, string, string], { caseId: string; wait: string }>(AWAITING)
  return {
    load: async (caseId) => byId.get({ id: caseId })?.state ?? null,
    loadByRef: async (found) => byRef.get({ ref: found })?.state ?? null,
    events: async (caseId) => eventsOf.all({ id: caseId }).map(storedEvent),
    listOf: sqliteCaseList(connection),
    certificate: async (found) => byCode.get({ code: found }) ?? null,
    certificatesOf: async (caseId) => ofCase.all({ id: caseId }),
    awaitingRecord: async (register, entity, subject) => awaiting.all(subject, entity, register),
  }
}
