import { getTableColumns, type Placeholder, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteInsertValue, SQLiteTable, SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core'

import type { Connection } from './open-database.server.ts'

type Columns = Readonly<Record<string, SQLiteColumn>>
type Write<T extends SQLiteTable> = (row: T['$inferInsert']) => void

/** Writes whole rows; throws when a key is taken. */
export function prepareInsert<T extends SQLiteTable>({ orm }: Connection, table: T): Write<T> {
  const statement = orm.insert(table).values(valuesOf(table)).prepare()
  return (row) => void statement.run(row)
}

/** Writes whole rows; one whose key is taken stays as it is. */
export function prepareInsertNew<T extends SQLiteTable>({ orm }: Connection, table: T): Write<T> {
  const statement = orm.insert(table).values(valuesOf(table)).onConflictDoNothing().prepare()
  return (row) => void statement.run(row)
}

/** Writes whole rows; one with the same `key` gets the new values, but for columns that `stay`. */
export function prepareUpsert<T extends SQLiteTable>({ orm }: Connection, table: T, key: SQLiteColumn[], stay: SQLiteColumn[] = []): Write<T> {
  const set = excluded(table, [...key, ...stay])
  const statement = orm.insert(table).values(valuesOf(table)).onConflictDoUpdate({ target: key, set }).prepare()
  return (row) => void statement.run(row)
}

/** One placeholder for each of these columns, by its property. */
export function placeholdersOf<C extends Columns>(columns: C): { [Name in keyof C]: Placeholder } {
  const pairs = Object.keys(columns).map((property) => [property, sql.placeholder(property)])
  // the keys are those of C
  return Object.fromEntries(pairs) as { [Name in keyof C]: Placeholder }
}

/** `column AS "property"` for all of a table's columns, so that a row read in SQL is the table's type. */
export const selected = (table: SQLiteTable, alias: string): string => selectedColumns(getTableColumns(table), alias)

export function selectedColumns(columns: Columns, alias: string): string {
  return Object.entries(columns).map(([property, column]) => `${alias}."${column.name}" AS "${property}"`).join(', ')
}

function valuesOf<T extends SQLiteTable>(table: T): SQLiteInsertValue<T> {
  // one placeholder a column is what the table's type asks for; TypeScript can't see it through a generic table
  return placeholdersOf(getTableColumns(table)) as unknown as SQLiteInsertValue<T>
}

function excluded<T extends SQLiteTable>(table: T, without: readonly SQLiteColumn[]): SQLiteUpdateSetSource<T> {
  const columns = Object.entries(getTableColumns(table)).filter(([, column]) => !without.includes(column))
  const pairs = columns.map(([property, column]): [string, SQL] => [property, sql`excluded.${sql.identifier(column.name)}`])
  // as above
  return Object.fromEntries(pairs) as SQLiteUpdateSetSource<T>
}
