import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'

import { BUSY_MS, groupWriter, type Write } from './group-writer.server.ts'
import { steadyPlan } from './steady-plan.ts'

/** One connection, spoken to in SQL (`client`) or through drizzle (`orm`): both are in the same transaction. What may wait for others goes through `write`. */
export type Connection = { client: Database.Database; orm: BetterSQLite3Database; write: Write; close(): void }

/**
 * How many pages are written beside the file before they go into it: 32 MB. A page that many commits change goes there once, so that with eight times
 * the usual a commit costs a fifth less, and one in hundreds waits for it instead of one in thirty.
 */
const WAL_PAGES = 8000

/** Opens a database file, made with its folder when it isn't there. Only this account may enter a folder made here. */
export function openDatabase(path: string): Connection {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const client = new Database(path, { timeout: BUSY_MS })
  client.pragma('journal_mode = WAL')
  // This build falls back to NORMAL at the first transaction of a WAL file, and a power cut would lose what was promised.
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma(`wal_autocheckpoint = ${WAL_PAGES}`)
  return connectionOf(client)
}

/** The ways to speak to an open database; what is prepared by either is planned once. `close` writes what waits first. */
export function connectionOf(client: Database.Database): Connection {
  const prepare = client.prepare.bind(client)
  // the type of what is bound and read is the caller's, as before
  client.prepare = ((sql: string) => prepare(steadyPlan(sql))) as typeof client.prepare
  const writer = groupWriter(client)
  const close = (): void => {
    writer.flush()
    client.close()
  }
  return { client, orm: drizzle(client), write: writer.write, close }
}
