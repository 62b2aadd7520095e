import type { CaseState } from '#app/kernel/case/case-state.ts'

import { storedEvent } from '../event-chain.ts'
import type { CaseStore } from '../store.ts'

import { postgresAwaits } from './awaits.server.ts'
import { postgresCaseList } from './case-list.server.ts'
import { postgresCertificates } from './certificates.server.ts'
import type { Session } from './database.server.ts'
import { readJson } from './json-column.ts'
import type { LastHashes } from './last-hashes.ts'
import { postgresNotices } from './notices.server.ts'
import { events } from './schema.ts'
import { prepare, type Statement } from './statement.ts'
import { readRow, selected } from './table-columns.ts'

export const ENDED_OF = `
  SELECT state FROM cases
  WHERE definition_hash = :hash AND ended_at IS NOT NULL AND case_id > :after
  ORDER BY case_id LIMIT :limit`

/** With the hash of its last event. */
const CASE = `
  SELECT c.state, e.hash FROM cases AS c LEFT JOIN events AS e ON e.case_id = c.case_id AND e.version = c.version`

type Stored = { state: string }
type Loaded = Stored & { hash: string | null }

/** @param hashes told of every case that is read */
export function postgresCases(database: Session, hashes: LastHashes): CaseStore {
  const byId = prepare<Loaded>(database, 'case by id', `${CASE} WHERE c.case_id = :id`)
  const byRef = prepare<Loaded>(database, 'case by ref', `${CASE} WHERE c.ref = :ref`)
  const byKey = prepare<{ ref: string }>(database, 'ref by key', 'SELECT ref FROM idempotency WHERE key = :key')
  const eventsOf = prepare<Record<string, unknown>>(database, 'events', `SELECT ${selected(events, 'e')} FROM events AS e WHERE e.case_id = :id ORDER BY e.version`)
  const ended = prepare<Stored>(database, 'cases ended', ENDED_OF)
  return {
    load: (id) => stateOf(byId, { id }, hashes),
    loadByRef: (ref) => stateOf(byRef, { ref }, hashes),
    refByKey: async (key) => (await byKey.first({ key }))?.ref ?? null,
    events: async (id) => (await eventsOf.all({ id })).map((row) => storedEvent(readRow(events, row))),
    listOf: postgresCaseList(database),
    endedOf: async (hash, after, limit) => (await ended.all({ hash, after: after ?? '', limit })).map(read),
    notices: postgresNotices(database),
    ...postgresAwaits(database),
    ...postgresCertificates(database),
  }
}

async function stateOf(statement: Statement<Loaded>, bound: Record<string, string>, hashes: LastHashes): Promise<CaseState | null> {
  const row = await statement.first(bound)
  if (!row) return null
  const state = read(row)
  if (row.hash !== null) hashes.keep(state.id, state.version, row.hash)
  return state
}

const read = ({ state }: Stored): CaseState => readJson('state', state)
