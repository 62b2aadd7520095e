import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { newDatabase } from '#tests/factories/new-database.ts'

import { asMigration } from '../migration-files.ts'

import { isMigrated, migrate, readMigrations } from './migrate.server.ts'

const first = asMigration('0001_first.sql', 'CREATE TABLE a (x text);\nCREATE TABLE b (x text);\n')
const second = asMigration('0002_second.sql', 'ALTER TABLE a ADD COLUMN y text;')

let url: string
let client: pg.Client
beforeEach(async () => {
  url = await newDatabase()
  client = new pg.Client({ connectionString: url })
  await client.connect()
})
afterEach(() => client.end())

const tables = async () =>
  (await client.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)).rows.map(({ name }) => name)

describe('migrations', () => {
  it('bring an empty database to the latest, and are done once, also by five who start together', async () => {
    const migrations = readMigrations()
    await Promise.all([1, 2, 3, 4, 5].map(() => migrate(url, migrations)))
    expect(await isMigrated(client, migrations)).toBe(true)
    expect(await tables()).toContain('events')
    expect((await client.query('SELECT number FROM migrations')).rows).toHaveLength(migrations.length)
  })

  it('go on from where a database is', async () => {
    await migrate(url, [first])
    expect(await isMigrated(client, [first, second])).toBe(false)
    await migrate(url, [first, second])
    expect(await isMigrated(client, [first, second])).toBe(true)
  })

  it('are refused when one has changed since', async () => {
    await migrate(url, [first])
    await expect(migrate(url, [asMigration('0001_first.sql', 'CREATE TABLE c (x text);'), second])).rejects.toThrow('0001_first.sql has changed')
    expect(await tables()).toEqual(['a', 'b', 'migrations'])
  })

  it('are refused when a newer version was there', async () => {
    await migrate(url, [first, second])
    await expect(migrate(url, [first])).rejects.toThrow('newer version of the portal: it has the migration 0002_second.sql')
    expect(await isMigrated(client, [first])).toBe(false)
  })

  it('happen wholly or not at all', async () => {
    const broken = asMigration('0002_broken.sql', 'CREATE TABLE c (x text); CREATE TABLE a (x text);')
    await expect(migrate(url, [first, broken])).rejects.toThrow('already exists')
    expect(await tables()).toEqual(['a', 'b', 'migrations'])
    await migrate(url, [first, second])
    expect(await isMigrated(client, [first, second])).toBe(true)
  })
})
