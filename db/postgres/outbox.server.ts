import type { LeasedMessage, OutboxStore } from '../store.ts'

import type { Session } from './database.server.ts'
import { readJson } from './json-column.ts'
import { prepare } from './statement.ts'

type Row = Omit<LeasedMessage, 'params'> & { params: string }

/** Each message to one of all who ask at once; nobody waits for another. */
export const LEASE = `
  UPDATE outbox SET lease_until = :until, fence = fence + 1, attempts = attempts + 1
  WHERE id IN (SELECT id FROM outbox WHERE lease_until <= :now ORDER BY lease_until, at, id LIMIT :limit FOR UPDATE SKIP LOCKED)
  RETURNING id, case_id AS "caseId", topic, "to", params, at, attempts, fence`

/** A message waits until `lease_until`, at first its own instant. Delivered ones are gone: the table never grows with them. */
export function postgresOutbox(database: Session): OutboxStore {
  const lease = prepare<Row>(database, 'outbox lease', LEASE)
  const delivered = prepare(database, 'outbox delivered', 'DELETE FROM outbox WHERE id = :id AND fence = :fence')
  // the fence moves on, so that who failed can't say "delivered" afterwards
  const failed = prepare(database, 'outbox failed', 'UPDATE outbox SET lease_until = :retryAt, fence = fence + 1 WHERE id = :id AND fence = :fence')
  const pending = prepare<{ count: number }>(database, 'outbox pending', 'SELECT count(*) AS count FROM outbox')
  return {
    lease: async (now, leaseMs, limit) => (await lease.all({ now, until: now + leaseMs, limit })).map(message).sort(byAge),
    delivered: async (id, fence) => (await delivered.run({ id, fence })) === 1,
    failed: async (id, fence, retryAt) => (await failed.run({ id, fence, retryAt })) === 1,
    pending: async () => (await pending.first())?.count ?? 0,
  }
}

const message = (row: Row): LeasedMessage => ({ ...row, params: readJson('outbox.params', row.params) })

/** RETURNING promises no order. */
const byAge = (one: LeasedMessage, other: LeasedMessage): number => one.at - other.at || (one.id < other.id ? -1 : 1)
