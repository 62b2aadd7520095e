import type { SourceCount } from '../store.ts'

import type { Connection } from './open-database.server.ts'

const countSql = (rows: number): string => `
  INSERT INTO source_counts (register, day, field, kind, count) VALUES ${Array.from({ length: rows }, () => '(?, ?, ?, ?, ?)').join(', ')}
  ON CONFLICT DO UPDATE SET count = count + excluded.count`

/** Rows a statement: any number of counts is a few statements, which cost less than one for each. */
const SIZES = [32, 16, 8, 4, 2, 1]

/** Counters of what registers give, so that a steward's page never counts the log. */
export function prepareSourceCounts({ client }: Connection): (counts: readonly SourceCount[]) => void {
  const statements = SIZES.map((size) => ({ size, add: client.prepare<unknown[]>(countSql(size)) }))
  return (counts) => {
    let done = 0
    for (const { size, add } of statements) {
      for (; counts.length - done >= size; done += size) add.run(counts.slice(done, done + size).flatMap(valuesOf))
    }
  }
}

const valuesOf = ({ register, day, field, kind, count }: SourceCount): unknown[] => [register, day, field, kind, count]
