import { StoreElsewhere } from '../store-elsewhere.ts'
import type { Store } from '../store.ts'

import { postgresAccess } from './access.server.ts'
import { postgresBoard } from './board.server.ts'
import { postgresCases } from './cases.server.ts'
import { postgresChain } from './chain-store.server.ts'
import { prepareCommit } from './commit.server.ts'
import { postgresCredentials } from './credentials.server.ts'
import { type Database, openDatabase } from './database.server.ts'
import { postgresDefinitions } from './definitions.server.ts'
import { postgresDesk } from './desk.server.ts'
import { postgresDrafts } from './drafts.server.ts'
import { postgresEvidence } from './evidence.server.ts'
import { postgresFiles } from './files.server.ts'
import { postgresKeys } from './keys.server.ts'
import { lastHashes } from './last-hashes.ts'
import { postgresLeases } from './leases.server.ts'
import { postgresMandates } from './mandates.server.ts'
import { isMigrated, migrate, readMigrations } from './migrate.server.ts'
import { postgresOnce } from './once.server.ts'
import { postgresOutbox } from './outbox.server.ts'
import { postgresParts } from './parts.server.ts'
import { postgresPeople } from './people.server.ts'
import { postgresRecords } from './records.server.ts'
import { postgresRetention } from './retention.server.ts'
import { postgresScans } from './scans.server.ts'
import { postgresSecurity } from './security.server.ts'
import { postgresSessions } from './sessions.server.ts'
import { postgresTimers } from './timers.server.ts'

/**
 * A store on a PostgreSQL server, brought up to date first. Any number of processes may have it open at once.
 * @param url `postgres://…`, as libpq understands it
 * @param now tells which desks are lent still
 * @param connections at most; each is made when it is needed
 */
export async function openPostgresStore(url: string, now: () => number = Date.now, { connections = 10 }: { connections?: number } = {}): Promise<Store> {
  const migrations = readMigrations()
  await migrate(url, migrations)
  const database = openDatabase(url, connections)
  try {
    // settings that are refused are told now
    await isMigrated(database, migrations)
    await refuseHalfACopy(database)
  } catch (error) {
    await database.close()
    throw error
  }
  return postgresStore(database, now, () => isMigrated(database, migrations))
}

/** Until a copy is whole, its source is the town. */
async function refuseHalfACopy(database: Database): Promise<void> {
  const { rows } = await database.query({ text: `SELECT to_regclass('copying') IS NOT NULL AS half` })
  if (rows[0]?.half) throw new StoreElsewhere('A copy into this database was not finished: call npm run store -- copy again, until it says that it is done.')
}

function postgresStore(database: Database, now: () => number, isReady: () => Promise<boolean>): Store {
  const hashes = lastHashes()
  return {
    commit: prepareCommit(database, hashes),
    cases: postgresCases(database, hashes),
    desk: postgresDesk(database),
    drafts: postgresDrafts(database),
    records: postgresRecords(database),
    people: postgresPeople(database, now),
    files: postgresFiles(database),
    timers: postgresTimers(database),
    outbox: postgresOutbox(database),
    board: postgresBoard(database),
    parts: postgresParts(database),
    definitions: postgresDefinitions(database),
    access: postgresAccess(database),
    chain: postgresChain(database),
    mandates: postgresMandates(database),
    evidence: postgresEvidence(database),
    scans: postgresScans(database),
    security: postgresSecurity(database),
    sessions: postgresSessions(database, now),
    credentials: postgresCredentials(database),
    once: postgresOnce(database),
    leases: postgresLeases(database),
    keys: postgresKeys(database),
    retention: postgresRetention(database),
    ready: isReady,
    close: () => database.close(),
  }
}
