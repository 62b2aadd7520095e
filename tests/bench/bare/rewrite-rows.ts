import type Database from 'better-sqlite3'

import type { WrittenRow } from '../harness/written-rows.ts'

/** Rows are told apart from earlier ones by the last letters of their unique columns: a sign that no id has, and a number. */
const LETTERS = 8

/** @returns writes the rows in one transaction, as new ones each time it is called: plain SQL, nothing decided, nothing read */
export function rewriter(database: Database.Database, rows: readonly WrittenRow[]): (time: number) => void {
  const writes = rows.map((row) => prepareWrite(database, row))
  return database.transaction((time: number) => {
    for (const write of writes) write(time)
  }).immediate
}

type Bound = string | number | Buffer | null

function prepareWrite(database: Database.Database, { table, columns, values, fresh }: WrittenRow): (time: number) => void {
  const statement = database.prepare(`INSERT OR REPLACE INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  const unique = fresh ? uniqueColumns(database, table) : new Set<string>()
  const bound = values.map((value): Bound => (value !== null && typeof value === 'object' ? Buffer.from(value.base64, 'base64') : value))
  const renewed = columns.flatMap((name, at) => (unique.has(name) ? [at] : []))
  const numbersOnly = renewed.every((at) => typeof bound[at] === 'number')
  return (time) => {
    const given = [...bound]
    for (const at of renewed) given[at] = renewedValue(bound[at] ?? null, time, numbersOnly)
    statement.run(given)
  }
}

/** A number beside an id (a version, a round) stays; one alone (a place in a list) moves on. */
function renewedValue(value: Bound, time: number, numbersOnly: boolean): Bound {
  if (typeof value === 'number') return numbersOnly ? value + (time + 1) * 1_000_000 : value
  return typeof value === 'string' ? `${value.slice(0, -LETTERS)}~${String(time).padStart(LETTERS - 1, '0')}` : value
}

/** Columns of the primary key and of every other unique index. */
function uniqueColumns(database: Database.Database, table: string): Set<string> {
  const keys = database.prepare<[], { name: string; pk: number }>(`PRAGMA table_info("${table}")`).all().flatMap(({ name, pk }) => (pk > 0 ? [name] : []))
  const indexes = database.prepare<[], { name: string; unique: number }>(`PRAGMA index_list("${table}")`).all().filter((index) => index.unique === 1)
  const indexed = indexes.flatMap(({ name }) => database.prepare<[], { name: string | null }>(`PRAGMA index_info("${name}")`).all().flatMap((column) => column.name ?? []))
  return new Set([...keys, ...indexed])
}
