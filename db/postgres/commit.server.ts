import pg from 'pg'

import { chainEvents, FIRST_LINK } from '../event-chain.ts'
import type { CaseCommit, Committed } from '../store.ts'

import type { Written } from './commit-part.ts'
import { prepareRefusal } from './commit-refusal.server.ts'
import { prepareWrite } from './commit-statement.ts'
import type { Database } from './database.server.ts'
import { changesRecords, prepareRecordChanges, recordsOf } from './record-changes.server.ts'
import { prepare } from './statement.ts'

const TRIES = 3
/** What refuse_commit raises. */
const REFUSED = 'OT001'
const UNIQUE_VIOLATION = '23505'

/**
 * One command in one statement; a later event of a case is preceded by one read, of the hash it is chained to. Nobody waits but those who
 * write the same case, key or draft: of these one wins, and the others are told what stands against them. A connection that is cut rejects, and
 * whether it was written is not known: whoever sends the same again is told.
 */
export function prepareCommit(database: Database): (change: CaseCommit) => Promise<Committed> {
  const hashAt = prepare<{ hash: string }>(database, 'hash of an event', 'SELECT hash FROM events WHERE case_id = :caseId AND version = :version')
  const attempt = prepareAttempt(database)
  const refusal = prepareRefusal(database)
  return async (change) => {
    const { caseId, expectedVersion } = change
    const last = expectedVersion === 0 ? { hash: FIRST_LINK } : await hashAt.first({ caseId, version: expectedVersion })
    if (!last) return (await refusal(change)) ?? { ok: false, reason: 'conflict' }
    const written = { change, events: chainEvents(change, last.hash), stateText: JSON.stringify(change.state) }
    for (let tries = TRIES; ; tries -= 1) {
      const outcome = await attempt(written)
      if (outcome === 'written') return { ok: true }
      const refused = await refusal(change)
      if (refused) return refused
      // what stood against it has gone meanwhile, or it was something else
      if (outcome !== 'refused') throw outcome.error
      if (tries === 1) throw new Error(`The commit of case ${caseId} was refused ${TRIES} times, and nothing stands against it`)
    }
  }
}

type Outcome = 'written' | 'refused' | { error: unknown }

function prepareAttempt(database: Database): (written: Omit<Written, 'records'>) => Promise<Outcome> {
  const write = prepareWrite(database)
  const recordsAfter = prepareRecordChanges(database)
  const writeAll = async (written: Omit<Written, 'records'>): Promise<boolean> => {
    const { change } = written
    if (!changesRecords(change)) return write({ ...written, records: recordsOf(change) })
    return database.transaction(async (session) => write({ ...written, records: await recordsAfter(change, session) }, session))
  }
  return async (written) => {
    try {
      return (await writeAll(written)) ? 'written' : 'refused'
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error
      if (error.code === REFUSED) return 'refused'
      // somebody may have been quicker
      if (error.code === UNIQUE_VIOLATION) return { error }
      throw error
    }
  }
}
