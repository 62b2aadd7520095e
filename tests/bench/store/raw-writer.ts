import Database from 'better-sqlite3'

import type { CaseCommit, SourceCount, Tally, Turnaround } from '#db/store.ts'

import type { TableRows } from './rows-by-case.ts'

/** What one submission leaves: rows of its own, and counters that it adds to. */
export type Left = { rows: readonly TableRows[]; change: Pick<CaseCommit, 'tallies' | 'turnarounds' | 'sources'> }

/** A whole table's row first that others refer to. */
const FIRST = 'cases'

/**
 * better-sqlite3 as one would write it by hand: an INSERT for each table, prepared once, a submission in one transaction. It is
 * given every value ready: nothing is checked, decided, hashed or turned into text here.
 */
export function rawWriter(client: Database.Database): (left: Left) => void {
  const inserts = new Map<string, Database.Statement>()
  const insertInto = ({ table, columns }: TableRows): Database.Statement => {
    const known = inserts.get(table) ?? client.prepare(`INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    inserts.set(table, known)
    return known
  }
  const tally = client.prepare<[Tally]>('INSERT INTO tallies VALUES (:day, :service, :kind, :count) ON CONFLICT DO UPDATE SET count = count + excluded.count')
  const turnaround = client.prepare<[Turnaround]>('INSERT INTO turnarounds VALUES (:day, :service, :department, :step, :whose, :days, 1) ON CONFLICT DO UPDATE SET count = count + 1')
  const source = client.prepare<[SourceCount]>('INSERT INTO source_counts (register, day, field, kind, count) VALUES (:register, :day, :field, :kind, :count) ON CONFLICT DO UPDATE SET count = count + excluded.count')
  return client.transaction(({ rows, change }: Left) => {
    for (const one of inOrder(rows)) for (const row of one.rows) insertInto(one).run(...row)
    for (const one of change.tallies) tally.run(one)
    for (const one of change.turnarounds) turnaround.run(one)
    for (const one of change.sources) source.run(one)
  }).immediate
}

/** A database file as one opens it by hand, with the tables of another. */
export function openRaw(path: string, synchronous: 'NORMAL' | 'FULL'): Database.Database {
  const client = new Database(path)
  client.pragma('journal_mode = WAL')
  client.pragma(`synchronous = ${synchronous}`)
  client.pragma('foreign_keys = ON')
  return client
}

export const inOrder = (rows: readonly TableRows[]): TableRows[] => rows.toSorted((one, other) => Number(other.table === FIRST) - Number(one.table === FIRST))
