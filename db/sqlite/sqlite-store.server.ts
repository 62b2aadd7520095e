import type { Store } from '../store.ts'

import { sqliteEvidence } from './evidence.server.ts'
import { sqliteMandates } from './mandates.server.ts'
import { sqliteAccess } from './access.server.ts'
import { sqliteBoard } from './board.server.ts'
import { sqliteCases } from './cases.server.ts'
import { prepareCommit } from './commit.server.ts'
import { sqliteDefinitions } from './definitions.server.ts'
import { sqliteDesk } from './desk.server.ts'
import { sqliteDrafts } from './drafts.server.ts'
import { sqliteFiles } from './files.server.ts'
import { isMigrated, migrate, readMigrations } from './migrate.server.ts'
import { type Connection, openDatabase } from './open-database.server.ts'
import { sqliteOutbox } from './outbox.server.ts'
import { sqliteParts } from './parts.server.ts'
import { sqlitePeople } from './people.server.ts'
import { rebuildStates } from './rebuild-states.server.ts'
import { sqliteRecords } from './records.server.ts'
import { sqliteTimers } from './timers.server.ts'

/** A store in one file, brought up to date first. Statements are prepared here, once, and run many times. */
export function openSqliteStore(path: string): Store {
  const connection = openDatabase(path)
  try {
    const migrations = readMigrations()
    // Since 0002 a state tells of parts, extensions and appeals.
    migrate(connection.client, migrations, { 2: () => rebuildStates(connection) })
    return sqliteStore(connection, () => isMigrated(connection.client, migrations))
  } catch (error) {
    connection.client.close()
    throw error
  }
}

function sqliteStore(connection: Connection, isReady: () => boolean): Store {
  const commit = prepareCommit(connection)
  return {
    commit: async (change) => commit(change),
    cases: sqliteCases(connection),
    desk: sqliteDesk(connection),
    drafts: sqliteDrafts(connection),
    records: sqliteRecords(connection),
    people: sqlitePeople(connection),
    files: sqliteFiles(connection),
    timers: sqliteTimers(connection),
    outbox: sqliteOutbox(connection),
    board: sqliteBoard(connection),
    parts: sqliteParts(connection),
    definitions: sqliteDefinitions(connection),
    access: sqliteAccess(connection),
    mandates: sqliteMandates(connection),
    evidence: sqliteEvidence(connection),
    ready: async () => isReady(),
    close: async () => void connection.client.close(),
  }
}
