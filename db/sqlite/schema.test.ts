import Database from 'better-sqlite3'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'

import { migrate, readMigrations } from './migrate.server.ts'
import * as schema from './schema.ts'

type Column = { name: string; type: string; notNull: boolean }

const client = new Database(':memory:')
migrate(client, readMigrations())
const migrated = client.prepare<[string], { name: string; type: string; notNull: number; pk: number }>(
  'SELECT name, type, "notnull" AS "notNull", pk FROM pragma_table_info(?)',
)
const byName = (one: Column, other: Column) => (one.name < other.name ? -1 : 1)
const tables = Object.values(schema).filter((one) => is(one, SQLiteTable))

describe('the schema in TypeScript', () => {
  it.each(tables.map((table) => [getTableName(table), table] as const))('says what the migrations made of %s', (name, table) => {
    const described = Object.values(getTableColumns(table)).map((column): Column => ({ name: column.name, type: column.getSQLType(), notNull: column.notNull }))
    const made = migrated.all(name).filter((column) => !(name === 'people' && column.name === 'position') && !(name === 'tasks' && column.name === 'id'))
    expect(described.sort(byName)).toEqual(made.map(({ name: column, type, notNull }) => ({ name: column, type: type.toLowerCase(), notNull: notNull === 1 })).sort(byName))
  })

  it('has events exactly as the law’s copy is fixed', () => {
    const columns = ['case_id', 'version', 'type', 'at', 'actor', 'data', 'prev_hash', 'hash']
    expect(migrated.all('events').map(({ name }) => name)).toEqual(columns)
    expect(migrated.all('events').filter(({ pk }) => pk > 0).map(({ name }) => name)).toEqual(['case_id', 'version'])
  })

  it('has strict tables only', () => {
    expect(client.prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'`).all()).toEqual([])
  })
})
