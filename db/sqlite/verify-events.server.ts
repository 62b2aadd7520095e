import { existsSync } from 'node:fs'

import Database from 'better-sqlite3'

import { type EventRow, FIRST_LINK, hashOf } from '../event-chain.ts'

/** `hash`: changed or moved; `gap`: one is missing before it; `cut_off`: the case was at another version than its events. */
export type BrokenReason = 'hash' | 'gap' | 'cut_off'
/** `version`: of the first event that does not fit, or, cut off, of the first that is missing or was added. */
export type BrokenCase = { caseId: string; version: number; reason: BrokenReason }
export type Verified = { cases: number; events: number; broken: BrokenCase | null }

/** `stated` is the case's own version, 0 where the case is gone. JSON is still text. */
type Row = Omit<EventRow, 'actor' | 'data'> & { stated: number; actor: string; data: string }

/** In the order of the primary key, so that rows stream and nothing is sorted. */
const EVENTS = `
  SELECT e.case_id AS caseId, coalesce(c.version, 0) AS stated, e.version, e.type, e.at, e.actor, e.data, e.prev_hash AS prevHash, e.hash
  FROM events e LEFT JOIN cases c ON c.case_id = e.case_id
  ORDER BY e.case_id, e.version`

const WITHOUT_EVENTS = `
  SELECT case_id FROM cases c WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.case_id = c.case_id) ORDER BY case_id LIMIT 1`

/** A database whose events can't be walked, in a sentence for the operator. */
export class UnreadableDatabase extends Error {}

/**
 * Walks every case's events in one read of a database file, and stops at the first that was changed, moved, added or taken
 * away. Opens it for reading only and never makes one. Throws UnreadableDatabase.
 */
export function verifyEvents(path: string): Verified {
  if (!existsSync(path)) throw new UnreadableDatabase(`There is no database at ${path}. Set DATABASE_URL or DATA_DIR to the one to verify.`)
  try {
    const database = new Database(path, { readonly: true, fileMustExist: true })
    try {
      return database.transaction(() => walk(database))()
    } finally {
      database.close()
    }
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new UnreadableDatabase(`${path} can't be read as a database of OneTrip: ${error.message}.`)
    throw error
  }
}

function walk(database: Database.Database): Verified {
  const found: Verified = { cases: 0, events: 0, broken: null }
  let last: Row | null = null
  for (const row of database.prepare<[], Row>(EVENTS).iterate()) {
    const before: Row | null = last?.caseId === row.caseId ? last : null
    found.broken = before ? null : cutOff(last)
    found.broken ??= faultOf(row, before)
    if (found.broken) return found
    found.events += 1
    if (!before) found.cases += 1
    last = row
  }
  const bare = database.prepare<[], string>(WITHOUT_EVENTS).pluck().get()
  found.broken = cutOff(last) ?? (bare === undefined ? null : { caseId: bare, version: 1, reason: 'cut_off' })
  return found
}

/** Does a case say something else of its version than its last event? */
function cutOff(last: Row | null): BrokenCase | null {
  if (!last || last.stated === last.version) return null
  return { caseId: last.caseId, version: Math.min(last.stated, last.version) + 1, reason: 'cut_off' }
}

function faultOf(row: Row, before: Row | null): BrokenCase | null {
  const broken = (reason: BrokenReason): BrokenCase => ({ caseId: row.caseId, version: row.version, reason })
  if (row.version !== (before?.version ?? 0) + 1) return broken('gap')
  if (row.prevHash !== (before?.hash ?? FIRST_LINK)) return broken('hash')
  return recomputed(row) === row.hash ? null : broken('hash')
}

/** Null for what can't be read any more: then it was changed. */
function recomputed({ actor, data, ...row }: Row): string | null {
  try {
    return hashOf({ ...row, actor: JSON.parse(actor) as EventRow['actor'], data: JSON.parse(data) as EventRow['data'] })
  } catch {
    return null
  }
}
