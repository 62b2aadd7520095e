import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import type { Database } from 'better-sqlite3'

/** `name` is the file's, as in `0001_first.sql`; they apply in the order of their numbers. */
export type Migration = { number: number; name: string; sql: string; checksum: string }
type Applied = Omit<Migration, 'sql'>

const FOLDER = fileURLToPath(new URL('./migrations/', import.meta.url))
const FILE = /^(\d{4})_\w+\.sql$/
const TABLE = `CREATE TABLE IF NOT EXISTS migrations (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL
) STRICT`

export function readMigrations(folder = FOLDER): Migration[] {
  const files = readdirSync(folder).filter((name) => FILE.test(name)).sort()
  return files.map((name) => asMigration(name, readFileSync(`${folder}/${name}`, 'utf8')))
}

/** The checksum is the same whether git wrote the lines' ends as LF or CRLF. */
export function asMigration(name: string, text: string): Migration {
  const sql = text.replaceAll('\r\n', '\n')
  return { number: Number(name.slice(0, 4)), name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

/**
 * Brings the tables up to date, each migration in a transaction of its own; a second process waits and finds it done.
 * Throws when the file was made by a newer version, or a landed migration is not what it was.
 * @param besides what a migration, by its number, needs beside its SQL, in the same transaction
 */
export function migrate(client: Database, migrations: readonly Migration[], besides: Readonly<Record<number, () => void>> = {}): void {
  client.exec(TABLE)
  const record = client.prepare('INSERT INTO migrations (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)')
  const apply = client.transaction((migration: Migration) => {
    if (appliedTo(client).some(({ number }) => number === migration.number)) return
    client.exec(migration.sql)
    besides[migration.number]?.()
    record.run(migration.number, migration.name, migration.checksum, new Date().toISOString())
  })
  refuseStrange(appliedTo(client), migrations)
  for (const migration of pending(client, migrations)) apply.immediate(migration)
}

/** Are the tables exactly those these migrations make? */
export function isMigrated(client: Database, migrations: readonly Migration[]): boolean {
  const applied = appliedTo(client)
  return applied.length === migrations.length && applied.every((one) => migrations.some((known) => isSame(known, one)))
}

function pending(client: Database, migrations: readonly Migration[]): Migration[] {
  const done = new Set(appliedTo(client).map(({ number }) => number))
  return migrations.filter(({ number }) => !done.has(number))
}

function refuseStrange(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const one of applied) {
    const known = migrations.find(({ number }) => number === one.number)
    if (!known) throw new Error(`This database was made by a newer version of the portal: it has the migration ${one.name}, unknown here. Start that version, or restore an older backup.`)
    if (!isSame(known, one)) throw new Error(`The migration ${one.name} has changed since this database applied it. Put the file back as it was and add a new migration instead.`)
  }
}

const isSame = (known: Migration, one: Applied): boolean => known.number === one.number && known.checksum === one.checksum

const appliedTo = (client: Database): Applied[] => client.prepare<[], Applied>('SELECT number, name, checksum FROM migrations ORDER BY number').all()
