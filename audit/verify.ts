import { existsSync } from 'node:fs'

import Database from 'better-sqlite3'

import type { Evidence } from './check-checkpoints.ts'
import { type Fault, fault } from './fault.ts'
import { walkChain, type Walked } from './walk-chain.ts'

export type { Evidence } from './check-checkpoints.ts'
export type { Fault, Reason } from './fault.ts'
export type Verified = Walked

/** A database that can't be verified, in a sentence for the operator. */
export class UnreadableDatabase extends Error {}

/**
 * Verifies a database file in one read transaction, so that a portal may go on writing. Opens it for reading only and never
 * makes one. Throws UnreadableDatabase.
 */
export function verifyFile(path: string, evidence: Evidence): Verified {
  if (!existsSync(path)) throw new UnreadableDatabase(`There is no database at ${path}. Set DATABASE_URL or DATA_DIR to the one to verify.`)
  try {
    const database = new Database(path, { readonly: true, fileMustExist: true })
    try {
      return verify(database, evidence)
    } finally {
      database.close()
    }
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new UnreadableDatabase(`${path} can't be read as a database of OneTrip: ${error.message}.`)
    throw error
  }
}

/** Verifies an open database: docs/audit.md says of what, and what can't be found. */
export function verify(database: Database.Database, evidence: Evidence): Verified {
  return database.transaction((): Verified => {
    const damaged = damage(database)
    return damaged ? { cases: 0, events: 0, accesses: 0, checkpoints: 0, broken: damaged } : walkChain(database, evidence)
  })()
}

const TABLES = ['chain', 'checkpoints', 'events', 'cases', 'access_log']

/** Rows are found by indexes: one that says something else than its table, or a view in a table's place, would deceive. */
function damage(database: Database.Database): Fault | null {
  const type = database.prepare<[string], string>('SELECT type FROM sqlite_schema WHERE name = ?').pluck()
  const isDamaged = (name: string) => type.get(name) !== 'table' || database.pragma(`integrity_check(${name})`, { simple: true }) !== 'ok'
  // One that is not there at all is told by whoever reads it.
  return TABLES.filter((name) => type.get(name) !== undefined).some(isDamaged) ? fault('damaged') : null
}
