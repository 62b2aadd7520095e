import pg from 'pg'

import { chainEvents, FIRST_LINK } from '../event-chain.ts'
import type { CaseCommit, Committed } from '../store.ts'

import type { Written } from './commit-part.ts'
import { prepareRefusal } from './commit-refusal.server.ts'
import { prepareWrite } from './commit-statement.ts'
import type { Database } from './database.server.ts'
import type { LastHashes } from './last-hashes.ts'
import { changesRecords, prepareRecordChanges, recordsOf } from './record-changes.server.ts'
import { prepare } from './statement.ts'

const TRIES = 3
/** What refuse_commit raises. */
const REFUSED = 'OT001'
const UNIQUE_VIOLATION = '23505'

/**
 * One command in one statement, which a later event of a case needs a read before when nobody has read the case: of the hash it is chained to. Nobody waits but those who
 * write the same case, key or draft: of these one wins, and the others are told what stands against them. A connection that is cut rejects, and
 * whether it was written is not known: whoever sends the same again is told.
 */
export function prepareCommit(database: Database, hashes: LastHashes): (change: CaseCommit) => Promise<Committed> {
  const hashAt = prepare<{ hash: string }>(database, 'hash of an event', 'SELECT hash FROM events WHERE case_id = :caseId AND version = :version')
  const lastHash = async ({ caseId, expectedVersion: version }: CaseCommit): Promise<string | null> =>
    version === 0 ? FIRST_LINK : (hashes.of(caseId, version) ?? (await hashAt.first({ caseId, version }))?.hash ?? null)
  const attempt = prepareAttempt(database)
  const refusal = prepareRefusal(database)
  return async (change) => {
    const stateText = JSON.stringify(change.state)
    for (let tries = TRIES; ; tries -= 1) {
      const prevHash = await lastHash(change)
      if (prevHash === null) return (await refusal(change)) ?? { ok: false, reason: 'conflict' }
      const outcome = await attempt({ change, prevHash, events: chainEvents(change, prevHash), stateText })
      if (outcome === 'written') return { ok: true }
      const refused = await refusal(change)
      if (refused) return refused
      // what stood against it has gone meanwhile, or the case is no longer as it was read, or it was something else
      hashes.forget(change.caseId)
      if (outcome !== 'refused') throw outcome.error
      if (tries === 1) throw new Error(`The commit of case ${change.caseId} was refused ${TRIES} times, and nothing stands against it`)
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
