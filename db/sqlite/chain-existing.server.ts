import type { EventRow } from '../event-chain.ts'

import { prepareChain } from './chain.server.ts'
import type { Connection } from './open-database.server.ts'

const BATCH = 1000

/** Chains what a database holds from before it had a chain, each table in the order in which it was written. Runs inside migration 0006. */
export function chainExisting(connection: Connection): void {
  const chain = prepareChain(connection)
  inOrder<Pick<EventRow, 'caseId' | 'version' | 'hash'>>(connection, 'case_id AS caseId, version, hash FROM events', chain.event)
  inOrder<{ caseId: string }>(connection, 'case_id AS caseId FROM cases', ({ caseId }) => chain.state(caseId))
  inOrder<{ id: string }>(connection, 'id FROM access_log', ({ id }) => chain.access(id))
}

/** By batches, since nothing can be written while rows are still being read. */
function inOrder<Row>({ client }: Connection, columnsFrom: string, link: (row: Row) => void): void {
  const select = client.prepare<[number, number], Row & { place: number }>(`SELECT rowid AS place, ${columnsFrom} WHERE rowid > ? ORDER BY rowid LIMIT ?`)
  let place = Number.MIN_SAFE_INTEGER
  for (let rows = select.all(place, BATCH); rows.length > 0; rows = select.all(place, BATCH)) {
    for (const row of rows) link(row)
    place = rows.at(-1)?.place ?? place
  }
}
