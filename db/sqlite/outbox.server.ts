import type { LeasedMessage, OutboxStore } from '../store.ts'

import { readJson } from './json-column.ts'
import type { Connection } from './open-database.server.ts'

type Row = Omit<LeasedMessage, 'params'> & { params: string }

export const LEASE = `
  UPDATE outbox SET lease_until = :until, fence = fence + 1, attempts = attempts + 1
  WHERE id IN (SELECT id FROM outbox WHERE lease_until <= :now ORDER BY lease_until, at, id LIMIT :limit)
  RETURNING id, case_id AS caseId, topic, "to", params, at, attempts, fence`

/** A message waits until `lease_until`, at first its own instant. Delivered ones are gone: the table never grows with them. */
export function sqliteOutbox({ client, write }: Connection): OutboxStore {
  const lease = client.prepare<[{ now: number; until: number; limit: number }], Row>(LEASE)
  // nobody waits for the writer when there is nothing to send
  const isDue = client.prepare<[number], number>('SELECT 1 FROM outbox WHERE lease_until <= ? LIMIT 1').pluck()
  const delivered = client.prepare<[string, number]>('DELETE FROM outbox WHERE id = ? AND fence = ?')
  // the fence moves on, so that who failed can't say "delivered" afterwards
  const failed = client.prepare<[number, string, number]>('UPDATE outbox SET lease_until = ?, fence = fence + 1 WHERE id = ? AND fence = ?')
  const pending = client.prepare<[], number>('SELECT count(*) FROM outbox').pluck()
  return {
    lease: async (now, leaseMs, limit) => (isDue.get(now) === undefined ? [] : await write(() => lease.all({ now, until: now + leaseMs, limit }).map(message).sort(byAge))),
    delivered: (id, fence) => write(() => delivered.run(id, fence).changes === 1),
    failed: (id, fence, retryAt) => write(() => failed.run(retryAt, id, fence).changes === 1),
    pending: async () => pending.get() ?? 0,
  }
}

const message = (row: Row): LeasedMessage => ({ ...row, params: readJson('outbox.params', row.params) })

/** RETURNING promises no order. */
const byAge = (one: LeasedMessage, other: LeasedMessage): number => one.at - other.at || (one.id < other.id ? -1 : 1)
