import type { CaseState } from '#app/kernel/case/case-state.ts'

import { storedEvent } from '../event-chain.ts'
import type { CaseStore } from '../store.ts'

import { postgresAwaits } from './awaits.server.ts'
import { postgresCaseList } from './case-list.server.ts'
import { postgresCertificates } from './certificates.server.ts'
import type { Session } from './database.server.ts'
import { readJson } from './json-column.ts'
import { postgresNotices } from './notices.server.ts'
import { events } from './schema.ts'
import { prepare, type Statement } from './statement.ts'
import { readRow, selected } from './table-columns.ts'

export const ENDED_OF = `
  SELECT state FROM cases
  WHERE definition_hash = :hash AND ended_at IS NOT NULL AND case_id > :after
  ORDER BY case_id LIMIT :limit`

type Stored = { state: string }

export function postgresCases(database: Session): CaseStore {
  const byId = prepare<Stored>(database, 'case by id', 'SELECT state FROM cases WHERE case_id = :id')
  const byRef = prepare<Stored>(database, 'case by ref', 'SELECT state FROM cases WHERE ref = :ref')
  const byKey = prepare<{ ref: string }>(database, 'ref by key', 'SELECT ref FROM idempotency WHERE key = :key')
  const eventsOf = prepare<Record<string, unknown>>(database, 'events', `SELECT ${selected(events, 'e')} FROM events AS e WHERE e.case_id = :id ORDER BY e.version`)
  const ended = prepare<Stored>(database, 'cases ended', ENDED_OF)
  return {
    load: (id) => stateOf(byId, { id }),
    loadByRef: (ref) => stateOf(byRef, { ref }),
    refByKey: async (key) => (await byKey.first({ key }))?.ref ?? null,
    events: async (id) => (await eventsOf.all({ id })).map((row) => storedEvent(readRow(events, row))),
    listOf: postgresCaseList(database),
    endedOf: async (hash, after, limit) => (await ended.all({ hash, after: after ?? '', limit })).map(read),
    notices: postgresNotices(database),
    ...postgresAwaits(database),
    ...postgresCertificates(database),
  }
}

async function stateOf(statement: Statement<Stored>, bound: Record<string, string>): Promise<CaseState | null> {
  const row = await statement.first(bound)
  return row && read(row)
}

const read = ({ state }: Stored): CaseState => readJson('state', state)
