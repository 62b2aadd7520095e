import type pg from 'pg'

import { slotOf } from '#db/postgres/counters.ts'
import type { CaseCommit } from '#db/store.ts'

import type { PostgresRow, PostgresTable } from './postgres-rows.ts'

/** What one submission leaves in the tables that are kept by case, and what it adds to counters. */
export type PostgresLeft = { rows: readonly (PostgresTable & { rows: readonly PostgresRow[] })[]; change: Pick<CaseCommit, 'caseId' | 'tallies'> }

/** Sorts and compares as the store does, so that nobody waits for somebody who waits for them. */
const keyOf = ({ day, service, kind }: CaseCommit['tallies'][number]): string => JSON.stringify([day, service, kind])

/**
 * A submission in one statement as one would write it by hand: an INSERT for each table, its rows and the counters bound one by one. It is
 * given every value ready, and checks nothing.
 */
export function statementOf({ rows, change }: PostgresLeft): pg.QueryConfig {
  const values: unknown[] = []
  const given = (row: readonly unknown[]): string => `(${row.map((value) => `$${values.push(value)}`).join(', ')})`
  const inserts = rows.map(({ table, columns, rows: own }) => `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES ${own.map(given).join(', ')}`)
  const tallies = change.tallies.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)).map(({ day, service, kind, count }) => given([day, service, kind, slotOf(change.caseId), count]))
  const counted = `INSERT INTO tallies VALUES ${tallies.join(', ')} ON CONFLICT (day, service, kind, slot) DO UPDATE SET count = tallies.count + excluded.count`
  const parts = [...inserts, counted].map((sql, at) => `part_${at} AS (${sql})`)
  return { name: 'a submission', text: `WITH ${parts.join(', ')} SELECT 1`, values }
}
