import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

import type { Session } from './database.server.ts'
import { prepare } from './statement.ts'
import { columnNames, givenRows, listsOf } from './table-columns.ts'

/** Writes whole rows in one statement, in the order given; says how many it wrote. */
export type Insert<T extends PgTable> = (rows: readonly T['$inferInsert'][], session?: Session) => Promise<number>

/** Throws when a key is taken. */
export const prepareInsert = <T extends PgTable>(database: Session, table: T): Insert<T> => writer(database, table, 'insert', '')

/** A row whose key is taken stays as it is. */
export const prepareInsertNew = <T extends PgTable>(database: Session, table: T): Insert<T> => writer(database, table, 'insert new', 'ON CONFLICT DO NOTHING')

/** A row with the same `key` gets the new values. No key may be given twice. */
export const prepareUpsert = <T extends PgTable>(database: Session, table: T, key: readonly PgColumn[]): Insert<T> =>
  writer(database, table, 'upsert', replacing(table, key))

/** `ON CONFLICT (key) DO UPDATE SET` everything else. */
export function replacing(table: PgTable, key: readonly PgColumn[]): string {
  const rest = Object.values(getTableColumns(table)).filter((column) => !key.includes(column))
  const set = rest.map(({ name }) => `"${name}" = excluded."${name}"`).join(', ')
  return `ON CONFLICT (${key.map(({ name }) => `"${name}"`).join(', ')}) DO UPDATE SET ${set}`
}

export const insertSql = (table: PgTable, conflict: string): string => `
  INSERT INTO ${getTableName(table)} (${columnNames(table)})
  SELECT ${columnNames(table)} FROM ${givenRows(table)} ORDER BY place ${conflict}`

function writer<T extends PgTable>(database: Session, table: T, does: string, conflict: string): Insert<T> {
  const statement = prepare(database, `${does} ${getTableName(table)}`, insertSql(table, conflict))
  return async (rows, session) => (rows.length === 0 ? 0 : statement.run(listsOf(table, rows), session))
}
