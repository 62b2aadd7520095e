import type { Database } from 'better-sqlite3'

type Take<Row> = (now: number, limit: number, leaseMs: number) => readonly Row[]

/**
 * Rows that are due, each to one of all who ask: with `leaseMs` they are put off until `now + leaseMs` in the same transaction.
 * Nothing is written, and nobody waits for the writer, when nothing is due.
 */
export function prepareTake<Row>(client: Database, due: (now: number, limit: number) => readonly Row[], putOff: (until: number, row: Row) => void): Take<Row> {
  const take = client.transaction((now: number, limit: number, leaseMs: number) => {
    const rows = due(now, limit)
    for (const row of rows) putOff(now + leaseMs, row)
    return rows
  })
  return (now, limit, leaseMs) => {
    const rows = due(now, limit)
    return leaseMs === 0 || rows.length === 0 ? rows : take.immediate(now, limit, leaseMs)
  }
}
