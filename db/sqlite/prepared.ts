import { Column, getTableColumns, getTableName, type Placeholder, sql } from 'drizzle-orm'
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

/** Gives the row with the same `where` its values of `set`; says whether there is one. */
export function prepareUpdate<T extends SQLiteTable>({ client }: Connection, table: T, set: readonly SQLiteColumn[], where: readonly SQLiteColumn[]): (row: T['$inferInsert']) => boolean {
  const values = set.map(({ name }) => `"${name}" = ?`).join(', ')
  const conditions = where.map(({ name, notNull }) => `"${name}" ${notNull ? '=' : 'IS'} ?`).join(' AND ')
  const statement = client.prepare<unknown[]>(`UPDATE "${getTableName(table)}" SET ${values} WHERE ${conditions}`)
  const bind = rowBinder(table, [...set, ...where])
  return (row) => statement.run(bind(row)).changes > 0
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
  const statement = client.prepare<unknown[]>(`${insertSql(table)} ${conflict}`)
  const bind = rowBinder(table, Object.values(getTableColumns(table)))
  return (row) => void statement.run(bind(row))
}

/** `INSERT` of every column, by place. */
export function insertSql(table: SQLiteTable): string {
  const columns = Object.values(getTableColumns(table))
  return `INSERT INTO "${getTableName(table)}" (${columns.map(({ name }) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
}

/** A row's values of these columns, each as its column stores it. */
export function rowBinder<T extends SQLiteTable>(table: T, columns: readonly SQLiteColumn[]): (row: T['$inferInsert']) => unknown[] {
  const properties = new Map(Object.entries(getTableColumns(table)).map(([property, column]) => [column, property]))
  const places = columns.map((column) => ({ property: properties.get(column) ?? '', stored: storedBy(column) }))
  return (row) => places.map(({ property, stored }) => {
    const value = (row as Readonly<Record<string, unknown>>)[property]
    if (value === undefined && !(property in row)) throw new Error(`No value was given for ${property}`)
    return stored === null ? value : stored(value)
  })
}

/** Null: most columns store a value as it is, and need not be asked with every row. */
const storedBy = (column: SQLiteColumn): ((value: unknown) => unknown) | null =>
  column.mapToDriverValue === Column.prototype.mapToDriverValue ? null : (value) => column.mapToDriverValue(value)
