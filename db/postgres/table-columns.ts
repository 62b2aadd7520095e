import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

import type { Bound } from './statement.ts'

export type Columns = Readonly<Record<string, PgColumn>>

/** `column AS "property"` for all of a table's columns, so that a row read in SQL is the table's type. */
export const selected = (table: PgTable, alias: string): string => selectedColumns(getTableColumns(table), alias)

export function selectedColumns(columns: Columns, alias: string): string {
  return Object.entries(columns).map(([property, column]) => `${alias}."${column.name}" AS "${property}"`).join(', ')
}

/** A row that was read by those names, with its JSON parsed. */
export function readRow<T extends PgTable>(table: T, row: Bound): T['$inferSelect'] {
  const columns = Object.entries(getTableColumns(table))
  const values = columns.map(([property, column]) => [property, row[property] === null ? null : column.mapFromDriverValue(row[property])])
  // one value a column is what the table's type says
  return Object.fromEntries(values) as T['$inferSelect']
}

/** `"a", "b"` */
export const columnNames = (table: PgTable): string => Object.values(getTableColumns(table)).map(({ name }) => `"${name}"`).join(', ')

/** Rows given as one list a column, bound under `<table>_<column>`: `unnest(:tasks_case_id::text[], …) WITH ORDINALITY AS given ("case_id", …, place)`. */
export function givenRows(table: PgTable): string {
  const lists = Object.values(getTableColumns(table)).map((column) => `:${listName(table, column)}::${column.getSQLType()}[]`)
  return `unnest(${lists.join(', ')}) WITH ORDINALITY AS given (${columnNames(table)}, place)`
}

/** What `givenRows` is bound to. */
export function listsOf<T extends PgTable>(table: T, rows: readonly T['$inferInsert'][]): Record<string, unknown[]> {
  const columns = Object.entries(getTableColumns(table))
  return Object.fromEntries(columns.map(([property, column]) => [listName(table, column), rows.map((row) => driverValue(column, (row as Bound)[property]))]))
}

/** As the column stores it. */
export const driverValue = (column: PgColumn, value: unknown): unknown => (value === null || value === undefined ? null : column.mapToDriverValue(value))

const listName = (table: PgTable, column: PgColumn): string => `${getTableName(table)}_${column.name}`
