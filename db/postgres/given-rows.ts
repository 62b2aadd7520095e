import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

import type { Bound } from './statement.ts'
import { columnNames, driverValue, givenRows, listsOf } from './table-columns.ts'

/** Values side by side with their names, which are the same whenever the form is. */
export type Given = { names: readonly string[]; values: readonly unknown[] }

export const givenOf = (bound: Bound): Given => ({ names: Object.keys(bound), values: Object.values(bound) })

/**
 * In how many places a statement takes rows: most commits write one or a few of a kind, which the server reads sooner as they stand than
 * out of lists. What is left over is null, and more rows than there are places come as lists.
 */
export const ROW_FORMS = ['1', '2', '4', 'lists'] as const
export type RowForm = (typeof ROW_FORMS)[number]

export function formOf(rows: number): RowForm {
  if (rows > 4) return 'lists'
  return rows > 2 ? '4' : rows === 2 ? '2' : '1'
}

/** What comes after INSERT and its columns: the rows given, in their order, if `guard` has a row. */
export function rowsIfLetThrough(table: PgTable, form: RowForm): string {
  const names = columnNames(table)
  if (form === 'lists') return `SELECT ${names} FROM guard, ${givenRows(table)} ORDER BY place`
  const [first = '', ...others] = placesOf(table, Number(form)).map((place) => place.map(({ name, type }) => `:${name}::${type}`).join(', '))
  if (others.length === 0) return `SELECT ${first} FROM guard`
  return `SELECT ${names} FROM guard, (VALUES ${[first, ...others].map((row) => `(${row})`).join(', ')}) AS given (${names}) WHERE ${alwaysThere(table)} IS NOT NULL`
}

/** What `rowsIfLetThrough` is bound to. The places are looked up once: a commit writes to a dozen of tables. */
export function rowBinder<T extends PgTable>(table: T): (form: RowForm, rows: readonly T['$inferInsert'][]) => Given {
  const columns = Object.entries(getTableColumns(table))
  const namesOf = Object.fromEntries(ROW_FORMS.map((form) => [form, form === 'lists' ? [] : placesOf(table, Number(form)).flat().map(({ name }) => name)]))
  return (form, rows) => {
    if (form === 'lists') return givenOf(listsOf(table, rows))
    const values: unknown[] = []
    for (let place = 0; place < Number(form); place += 1) {
      const row = rows[place] as Bound | undefined
      for (const [property, column] of columns) values.push(row ? driverValue(column, row[property]) : null)
    }
    return { names: namesOf[form] ?? [], values }
  }
}

function placesOf(table: PgTable, count: number): { name: string; type: string }[][] {
  const columns = Object.values(getTableColumns(table))
  return Array.from({ length: count }, (_, index) => columns.map((column) => ({ name: `${getTableName(table)}_${index}_${column.name}`, type: column.getSQLType() })))
}

/** A column that no row goes without. */
function alwaysThere(table: PgTable): string {
  const column = Object.values(getTableColumns(table)).find(({ notNull }) => notNull)
  if (!column) throw new Error(`Every column of ${getTableName(table)} may be null`)
  return `given."${column.name}"`
}
