import type { Connection } from './open-database.server.ts'

type Take<Row> = (now: number, limit: number, leaseMs: number) => Promise<readonly Row[]>

/**
 * Rows that are due, each to one of all who ask: with `leaseMs` they are put off until `now + leaseMs` in the same transaction.
 * Nothing is written, and nobody waits for the writer, when nothing is due.
 */
export function prepareTake<Row>({ write }: Connection, due: (now: number, limit: number) => readonly Row[], putOff: (until: number, row: Row) => void): Take<Row> {
  const take = (now: number, limit: number, leaseMs: number): readonly Row[] => {
    const rows = due(now, limit)
    for (const row of rows) putOff(now + leaseMs, row)
    return rows
  }
  return async (now, limit, leaseMs) => {
    const rows = due(now, limit)
    return leaseMs === 0 || rows.length === 0 ? rows : write(() => take(now, limit, leaseMs))
  }
}
