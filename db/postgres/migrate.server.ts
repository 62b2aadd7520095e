import { fileURLToPath } from 'node:url'

import pg from 'pg'

import { type Applied, areApplied, type Migration, pendingOf, readMigrationsIn, refuseStrange } from '../migration-files.ts'

import type { Session } from './database.server.ts'

const FOLDER = fileURLToPath(new URL('./migrations/', import.meta.url))
const TABLE = `CREATE TABLE IF NOT EXISTS migrations (
  number bigint PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at text NOT NULL
)`
const APPLIED = 'SELECT number::integer, name, checksum FROM migrations ORDER BY number'
/** Any number that nobody else locks in this database. */
const LOCK = 7_317_540_001
const CONNECT_MS = 5000

export const readMigrations = (): Migration[] => readMigrationsIn(FOLDER)

/**
 * Brings the tables up to date, each migration in a transaction of its own, over a connection of its own that waits as long as it takes;
 * whoever starts meanwhile waits too and finds it done. Throws when the database was made by a newer version, or a landed migration is not what it was.
 */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'onetrip', connectionTimeoutMillis: CONNECT_MS, keepAlive: true })
  // who waits for an answer is told; without a listener a cut connection would end the process
  client.on('error', () => {})
  await client.connect()
  try {
    // gone with the connection, however it ends
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query(TABLE)
    const { rows: applied } = await client.query<Applied>(APPLIED)
    refuseStrange(applied, migrations)
    for (const migration of pendingOf(applied, migrations)) await apply(client, migration)
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, { number, name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query('INSERT INTO migrations (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)', [number, name, checksum, new Date().toISOString()])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

/** Are the tables exactly those these migrations make? */
export async function isMigrated(session: Session, migrations: readonly Migration[]): Promise<boolean> {
  const { rows } = await session.query({ text: APPLIED })
  return areApplied(rows as Applied[], migrations)
}
