import { getTableColumns, getTableName, type Placeholder, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'

import type { Connection } from './open-database.server.ts'

type Columns = Readonly<Record<string, SQLiteColumn>>
type Write<T extends SQLiteTable> = (row: T['$inferInsert']) => void

/** Writes whole rows; throws when a key is taken. */
export const prepareInsert = <T extends SQLiteTable>(connection: Connection, table: T): Write<T> => prepareWrite(connection, table, '')

/** Writes whole rows; one whose key is taken stays as it is. */
export const prepareInsertNew = <T extends SQLiteTable>(connection: Connection, table: T): Write<T> => prepareWrite(connection, table, 'ON CONFLICT DO NOTHING')

/** Writes whole rows; one with the same `key` gets the new values, but for columns that `stay`. */
export function prepareUpsert<T extends SQLiteTable>(connection: Connection, table: T, key: SQLiteColumn[], stay: SQLiteColumn[] = []): Write<T> {
  const rest = Object.values(getTableColumns(table)).filter((column) => !key.includes(column) && !stay.includes(column))
  const set = rest.map(({ name }) => `"${name}" = excluded."${name}"`).join(', ')
  return prepareWrite(connection, table, `ON CONFLICT (${key.map(({ name }) => `"${name}"`).join(', ')}) DO UPDATE SET ${set}`)
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

/** SQL of its own and values by place: drizzle would look for each of its placeholders again with every row. */
function prepareWrite<T extends SQLiteTable>({ client }: Connection, table: T, conflict: string): Write<T> {
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([, { name }]) => `"${name}"`).join(', ')
  const statement = client.prepare<unknown[]>(`INSERT INTO "${getTableName(table)}" (${names}) VALUES (${columns.map(() => '?').join(', ')}) ${conflict}`)
  return (row) => void statement.run(columns.map(([property, column]) => bound(column, property, row)))
}

function bound(column: SQLiteColumn, property: string, row: Readonly<Record<string, unknown>>): unknown {
  const value = row[property]
  if (value === undefined && !(property in row)) throw new Error(`No value was given for ${property}`)
  return column.mapToDriverValue(value)
}
