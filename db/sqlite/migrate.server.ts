import { fileURLToPath } from 'node:url'

import type { Database } from 'better-sqlite3'

import { type Applied, areApplied, type Migration, pendingOf, readMigrationsIn, refuseStrange } from '../migration-files.ts'

const FOLDER = fileURLToPath(new URL('./migrations/', import.meta.url))
const TABLE = `CREATE TABLE IF NOT EXISTS migrations (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL
) STRICT`

export const readMigrations = (): Migration[] => readMigrationsIn(FOLDER)

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
  for (const migration of pendingOf(appliedTo(client), migrations)) apply.immediate(migration)
}

/** Are the tables exactly those these migrations make? */
export const isMigrated = (client: Database, migrations: readonly Migration[]): boolean => areApplied(appliedTo(client), migrations)

const appliedTo = (client: Database): Applied[] => client.prepare<[], Applied>('SELECT number, name, checksum FROM migrations ORDER BY number').all()
