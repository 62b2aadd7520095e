import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'

import { asMigration } from '../migration-files.ts'

import { isMigrated, migrate, readMigrations } from './migrate.server.ts'

const first = asMigration('0001_first.sql', 'CREATE TABLE a (x TEXT) STRICT;\nCREATE TABLE b (x TEXT) STRICT;\n')
const second = asMigration('0002_second.sql', 'ALTER TABLE a ADD COLUMN y TEXT;')
const tables = (client: Database.Database) =>
  client.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all()

describe('migrations', () => {
  it('bring an empty database to the latest, and are done once', () => {
    const client = new Database(':memory:')
    const migrations = readMigrations()
    migrate(client, migrations)
    migrate(client, migrations)
    expect(isMigrated(client, migrations)).toBe(true)
    expect(tables(client)).toContain('events')
    expect(client.prepare('SELECT count(*) FROM migrations').pluck().get()).toBe(migrations.length)
  })

  it('go on from where a database is', () => {
    const client = new Database(':memory:')
    migrate(client, [first])
    expect(isMigrated(client, [first, second])).toBe(false)
    migrate(client, [first, second])
    expect(isMigrated(client, [first, second])).toBe(true)
    expect(client.prepare('SELECT number, name, checksum FROM migrations').all()).toMatchObject([{ number: 1 }, { number: 2, name: '0002_second.sql' }])
  })

  it('are refused when one has changed since', () => {
    const client = new Database(':memory:')
    migrate(client, [first])
    expect(() => migrate(client, [asMigration('0001_first.sql', 'CREATE TABLE c (x TEXT) STRICT;'), second])).toThrow('0001_first.sql has changed')
    expect(tables(client)).toEqual(['a', 'b', 'migrations'])
  })

  it('are refused when a newer version was there', () => {
    const client = new Database(':memory:')
    migrate(client, [first, second])
    expect(() => migrate(client, [first])).toThrow('newer version of the portal: it has the migration 0002_second.sql')
    expect(isMigrated(client, [first])).toBe(false)
  })

  it('happen wholly or not at all', () => {
    const client = new Database(':memory:')
    const broken = asMigration('0002_broken.sql', 'CREATE TABLE c (x TEXT) STRICT; CREATE TABLE a (x TEXT) STRICT;')
    expect(() => migrate(client, [first, broken])).toThrow('already exists')
    expect(tables(client)).toEqual(['a', 'b', 'migrations'])
    migrate(client, [first, second])
    expect(isMigrated(client, [first, second])).toBe(true)
  })

  it('are the same with the line ends of another system', () => {
    expect(asMigration('0001_first.sql', first.sql.replaceAll('\n', '\r\n'))).toEqual(first)
  })
})
