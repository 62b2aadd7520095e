import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'

import type { Connection } from './open-database.server.ts'
import { insertSql, rowBinder } from './prepared.ts'

type Values = readonly unknown[]

/** Makes the rows of a case those given. @param hadSome false: there were none, and nobody need look */
type Replace<T extends SQLiteTable> = (caseId: string, rows: readonly T['$inferInsert'][], hadSome: boolean) => void

/**
 * What stands as it should is left alone: each row that is written is written to every index of its table too.
 * @param key of a row among those of its case
 * @param light columns in few indexes: a row in which only these differ is changed where it is
 */
export function prepareReplace<T extends SQLiteTable>(connection: Connection, table: T, key: readonly SQLiteColumn[], light: readonly SQLiteColumn[] = []): Replace<T> {
  const { select, insert, change, remove } = prepareStatements(connection, table, key, light)
  const columns = Object.values(getTableColumns(table))
  const bind = rowBinder(table, columns)
  const [keyPlaces, lightPlaces] = [key, light].map((some) => some.map((one) => columns.indexOf(one))) as [number[], number[]]
  const heavyPlaces = [...columns.keys()].filter((place) => !keyPlaces.includes(place) && !lightPlaces.includes(place))
  const isOf = (one: Values) => (other: Values) => areSame(keyPlaces, one, other)
  const write = (caseId: string, row: Values, before: Values | undefined): void => {
    const isOther = before !== undefined && !areSame(heavyPlaces, row, before)
    if (isOther) remove.run(caseId, ...valuesAt(keyPlaces, row))
    if (isOther || before === undefined) insert.run(row)
    else if (!areSame(lightPlaces, row, before)) change.run(...valuesAt(lightPlaces, row), caseId, ...valuesAt(keyPlaces, row))
  }
  return (caseId, rows, hadSome) => {
    const before = hadSome ? select.all(caseId) : []
    if (before.length + rows.length === 0) return
    const after = rows.map(bind)
    for (const one of before) if (!after.some(isOf(one))) remove.run(caseId, ...valuesAt(keyPlaces, one))
    for (const one of after) write(caseId, one, before.find(isOf(one)))
  }
}

function prepareStatements({ client }: Connection, table: SQLiteTable, key: readonly SQLiteColumn[], light: readonly SQLiteColumn[]) {
  const name = `"${getTableName(table)}"`
  const names = Object.values(getTableColumns(table)).map((column) => `"${column.name}"`).join(', ')
  const where = ['case_id', ...key.map((column) => column.name)].map((one) => `"${one}" = ?`).join(' AND ')
  const set = (light.length === 0 ? key : light).map((column) => `"${column.name}" = ?`).join(', ')
  return {
    select: client.prepare<[string], Values>(`SELECT ${names} FROM ${name} WHERE case_id = ?`).raw(),
    insert: client.prepare<Values>(insertSql(table)),
    change: client.prepare<unknown[]>(`UPDATE ${name} SET ${set} WHERE ${where}`),
    remove: client.prepare<unknown[]>(`DELETE FROM ${name} WHERE ${where}`),
  }
}

const areSame = (places: readonly number[], one: Values, other: Values): boolean => places.every((place) => one[place] === other[place])

const valuesAt = (places: readonly number[], row: Values): unknown[] => places.map((place) => row[place])
