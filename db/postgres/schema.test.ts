import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { newDatabase } from '#tests/factories/new-database.ts'

import { migrate, readMigrations } from './migrate.server.ts'
import * as schema from './schema.ts'

type Column = { name: string; type: string; notNull: boolean }

const tables = Object.values(schema).filter((one) => is(one, PgTable))
const COLUMNS = `
  SELECT column_name AS name, data_type AS type, is_nullable = 'NO' AS "notNull" FROM information_schema.columns
  WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' AND is_identity = 'NO' ORDER BY ordinal_position`

let client: pg.Client
beforeAll(async () => {
  const url = await newDatabase()
  await migrate(url, readMigrations())
  client = new pg.Client({ connectionString: url })
  await client.connect()
})
afterAll(() => client.end())

const byName = (one: Column, other: Column) => (one.name < other.name ? -1 : 1)
const namesOf = async (sql: string) => (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name)

describe('the schema in TypeScript', () => {
  it.each(tables.map((table) => [getTableName(table), table] as const))('says what the migrations made of %s', async (name, table) => {
    const described = Object.values(getTableColumns(table)).map((column): Column => ({ name: column.name, type: column.getSQLType(), notNull: column.notNull }))
    const made = (await client.query<Column>(COLUMNS, [name])).rows
    expect(described.sort(byName)).toEqual(made.sort(byName))
  })

  it('has events exactly as the law’s copy is fixed', async () => {
    const { rows } = await client.query<Column>(COLUMNS, ['events'])
    expect(rows.map(({ name }) => name)).toEqual(['case_id', 'version', 'type', 'at', 'actor', 'data', 'prev_hash', 'hash'])
  })

  it('sorts every text by its bytes, wherever the server stands', async () => {
    const others = `
      SELECT table_name || '.' || column_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name <> 'migrations' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'`
    expect(await namesOf(others)).toEqual([])
  })

  it('keeps a case’s rows under its id, and points from none to another', async () => {
    expect(await namesOf(`SELECT conname AS name FROM pg_constraint WHERE contype = 'f'`)).toEqual([])
    const first = `
      SELECT c.relname AS name FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indrelid JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE i.indisprimary AND a.attname = 'case_id' ORDER BY 1`
    expect(await namesOf(first)).toEqual(['awaited_records', 'cases', 'erasures', 'events', 'file_uses', 'notices', 'retention', 'tasks', 'timers'])
  })
})
