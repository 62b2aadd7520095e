import type { Store } from '../store.ts'

import { sqliteEvidence } from './evidence.server.ts'
import { sqliteMandates } from './mandates.server.ts'
import { sqliteAccess } from './access.server.ts'
import { sqliteBoard } from './board.server.ts'
import { sqliteCases } from './cases.server.ts'
import { chainExisting } from './chain-existing.server.ts'
import { sqliteChain } from './chain-store.server.ts'
import { prepareCommit } from './commit.server.ts'
import { sqliteCredentials } from './credentials.server.ts'
import { sqliteDefinitions } from './definitions.server.ts'
import { sqliteDesk } from './desk.server.ts'
import { sqliteDrafts } from './drafts.server.ts'
import { sqliteFiles } from './files.server.ts'
import { sqliteKeys } from './keys.server.ts'
import { sqliteLeases } from './leases.server.ts'
import { movedTo } from '../copy/moved.ts'
import { StoreElsewhere } from '../store-elsewhere.ts'
import { isMigrated, migrate, readMigrations } from './migrate.server.ts'
import { type Connection, openDatabase } from './open-database.server.ts'
import { sqliteOnce } from './once.server.ts'
import { sqliteOutbox } from './outbox.server.ts'
import { sqliteParts } from './parts.server.ts'
import { sqlitePeople } from './people.server.ts'
import { rebuildStates } from './rebuild-states.server.ts'
import { openReports, type Reports } from './reports.server.ts'
import { sqliteRecords } from './records.server.ts'
import { sqliteRetention } from './retention.server.ts'
import { sqliteSessions } from './sessions.server.ts'
import { sqliteScans } from './scans.server.ts'
import { sqliteSecurity } from './security.server.ts'
import { sqliteTimers } from './timers.server.ts'

/**
 * A store in one file, brought up to date first. Statements are prepared here, once, and run many times.
 * @param now tells which desks are lent still
 */
export function openSqliteStore(path: string, now: () => number = Date.now): Store {
  const connection = openDatabase(path)
  try {
    const moved = movedTo(connection.client)
    if (moved !== null) throw new StoreElsewhere(`The data of this file was moved to ${moved}: set DATABASE_URL to that.`)
    const migrations = readMigrations()
    // Since 0002 a state tells of parts, extensions and appeals.
    migrate(connection.client, migrations, { 2: () => rebuildStates(connection), 6: () => chainExisting(connection) })
    return sqliteStore(connection, openReports(path), now, () => isMigrated(connection.client, migrations))
  } catch (error) {
    connection.close()
    throw error
  }
}

function sqliteStore(connection: Connection, reports: Reports, now: () => number, isReady: () => boolean): Store {
  const commit = prepareCommit(connection)
  return {
    commit: (change) => connection.write(() => commit(change)),
    cases: sqliteCases(connection),
    desk: sqliteDesk(connection),
    drafts: sqliteDrafts(connection),
    records: sqliteRecords(connection),
    people: sqlitePeople(connection, now),
    files: sqliteFiles(connection),
    timers: sqliteTimers(connection),
    outbox: sqliteOutbox(connection),
    board: sqliteBoard(reports.ask),
    parts: sqliteParts(connection),
    definitions: sqliteDefinitions(connection),
    access: sqliteAccess(connection),
    chain: sqliteChain(connection),
    mandates: sqliteMandates(connection),
    evidence: sqliteEvidence(connection),
    scans: sqliteScans(connection),
    security: sqliteSecurity(connection),
    sessions: sqliteSessions(connection, now),
    credentials: sqliteCredentials(connection),
    once: sqliteOnce(connection),
    leases: sqliteLeases(connection),
    keys: sqliteKeys(connection),
    retention: sqliteRetention(connection),
    ready: async () => isReady(),
    close: async () => {
      await reports.close()
      connection.close()
    },
  }
}
