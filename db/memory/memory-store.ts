import type { Store } from '../store.ts'

import { memoryEvidence } from './evidence.ts'
import { memoryMandates } from './mandates.ts'
import { memoryAccess } from './access.ts'
import { memoryBoard } from './board.ts'
import { memoryCredentials } from './credentials.ts'
import { memoryLeases } from './leases.ts'
import { memoryOnce } from './once.ts'
import { memorySessions } from './sessions.ts'
import { memoryCases } from './cases.ts'
import { memoryChain } from './chain.ts'
import { memoryCommit } from './commit.ts'
import { memoryDefinitions } from './definitions.ts'
import { memoryDesk } from './desk.ts'
import { memoryDrafts } from './drafts.ts'
import { memoryFiles } from './files.ts'
import { memoryKeys } from './keys.ts'
import { memoryOutbox } from './outbox.ts'
import { memoryParts } from './parts.ts'
import { memoryPeople } from './people.ts'
import { memoryRecords } from './records.ts'
import { memoryRetention } from './retention.ts'
import { emptyTables } from './tables.ts'
import { memoryScans } from './scans.ts'
import { memorySecurity } from './security.ts'
import { memoryTimers } from './timers.ts'

/**
 * A store that forgets everything, for tests: what SQLite does, without a file and without its speed.
 * @param now tells which desks are lent still
 */
export function openMemoryStore(now: () => number = Date.now): Store {
  const tables = emptyTables()
  return {
    commit: async (change) => memoryCommit(tables, change),
    cases: memoryCases(tables),
    desk: memoryDesk(tables),
    drafts: memoryDrafts(tables),
    records: memoryRecords(tables),
    people: memoryPeople(tables, now),
    files: memoryFiles(tables),
    timers: memoryTimers(tables),
    outbox: memoryOutbox(tables),
    board: memoryBoard(tables),
    parts: memoryParts(tables),
    definitions: memoryDefinitions(tables),
    access: memoryAccess(tables),
    chain: memoryChain(tables),
    mandates: memoryMandates(tables),
    evidence: memoryEvidence(tables),
    scans: memoryScans(tables),
    security: memorySecurity(tables),
    sessions: memorySessions(tables, now),
    credentials: memoryCredentials(tables),
    once: memoryOnce(tables),
    leases: memoryLeases(tables),
    keys: memoryKeys(tables),
    retention: memoryRetention(tables),
    ready: async () => true,
    close: async () => {},
  }
}
