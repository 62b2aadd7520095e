import { existsSync } from 'node:fs'

import Database from 'better-sqlite3'

import type { EventActor } from '#app/kernel/case/case-event.ts'

import { FIRST_LINK, hashOf } from '../event-chain.ts'

/** `hash`: an event was changed or moved; `gap`: one is missing or too many; `cut_off`: the last ones are gone, or some were added behind the case's back. */
export type BrokenReason = 'hash' | 'gap' | 'cut_off'
/** `version` is that of the first event that does not fit. */
export type BrokenCase = { caseId: string; version: number; reason: BrokenReason }
export type Verified = { cases: number; events: number; broken: BrokenCase | null }

/** `version` and what follows are null for a case without events; `stated` is null for events without a case. */
type Row = { caseId: string; stated: number | null; version: number | null; type: string; at: string; actor: string; data: string; prevHash: string; hash: string }

/** Both sides, so that neither events whose case is gone nor cases whose events are gone stay unseen. One pass, by the key's order. */
const ROWS = `
  SELECT coalesce(c.case_id, e.case_id) AS caseId, c.version AS stated, e.version, e.type, e.at, e.actor, e.data,
    e.prev_hash AS prevHash, e.hash
  FROM cases c FULL JOIN events e ON e.case_id = c.case_id
  ORDER BY 1, 3`

/** A database whose events can't be walked, in a sentence for the operator. */
export class UnreadableDatabase extends Error {}

/**
 * Walks every case's events in one read of a database file, and stops at the first that was changed, moved, added or taken
 * away. Opens it for reading only and never makes one. Throws UnreadableDatabase.
 */
export function verifyEvents(path: string): Verified {
  if (!existsSync(path)) throw new UnreadableDatabase(`There is no database at ${path}. Set DATABASE_URL or DATA_DIR to the one to verify.`)
  const database = new Database(path, { readonly: true, fileMustExist: true })
  try {
    return walk(database.prepare<[], Row>(ROWS).iterate())
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new UnreadableDatabase(`${path} can't be read as a database of OneTrip: ${error.message}.`)
    throw error
  } finally {
    database.close()
  }
}
