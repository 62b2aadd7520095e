import type { Database } from 'better-sqlite3'

/** Tables without which nothing can be said or done any more. */
const WRITTEN = ['chain', 'drafts', 'files', 'sessions', 'outbox', 'once']

/**
 * Marks a database file as moved, inside a transaction: a portal that still runs on it can write nothing more (it answers 503), and
 * none starts on it.
 */
export function markMoved(client: Database, to: string, at: number): void {
  client.exec('CREATE TABLE moved (to_database TEXT NOT NULL, at INTEGER NOT NULL) STRICT')
  client.prepare('INSERT INTO moved VALUES (?, ?)').run(to, at)
  for (const table of WRITTEN) {
    client.exec(`CREATE TRIGGER moved_${table} BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'this database was moved'); END`)
    client.exec(`CREATE TRIGGER moved_${table}_rows BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'this database was moved'); END`)
  }
}

/** Where its data has gone; null: they are here. */
export function movedTo(client: Database): string | null {
  const isMoved = client.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'moved'`).get() !== undefined
  return isMoved ? (client.prepare<[], string>('SELECT to_database FROM moved').pluck().get() ?? null) : null
}
