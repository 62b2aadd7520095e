import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'

import Database from 'better-sqlite3'

import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'

/** As many as the portal comes with, each of six steps. */
const [SERVICES, STEPS] = [19, 6]
/** The days on which cases end: a year of working days. */
const DAYS = 250
/** First and last of them. */
export const PERIOD = { from: '2025-01-01', to: '2025-12-31' }

/**
 * A year's closed cases: `closed` has a row for each with the working days of office, applicant and others, and beside it the
 * portal's own histogram, as commits would have kept it up, of whole cases and of every step. Few days are common, many are rare. Made in
 * the folder once. @returns its path
 */
export async function closedCases(folder: string, cases: number): Promise<string> {
  const path = join(folder, `closed-${cases}.db`)
  if (existsSync(path)) return path
  await openSqliteStore(`${path}.new`).close()
  const client = new Database(`${path}.new`)
  client.pragma('synchronous = OFF')
  client.pragma('cache_size = -500000')
  client.transaction(() => fill(client, cases))()
  client.pragma('wal_checkpoint(TRUNCATE)')
  client.close()
  renameSync(`${path}.new`, path)
  return path
}

/** From 0 to 1, another one for each case and place. */
const share = (place: number): string => `((n * 2654435761 + ${place} * 40503) % 1000003 / 1000003.0)`
const days = (place: number, mean: number): string => `CAST(-ln(1 - ${share(place)}) * ${mean} AS INTEGER)`

function fill(client: Database.Database, cases: number): void {
  client.exec('CREATE TABLE closed (n INTEGER PRIMARY KEY, day TEXT NOT NULL, service TEXT NOT NULL, office REAL NOT NULL, applicant REAL NOT NULL, other REAL NOT NULL) STRICT')
  client.prepare(`
    WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ?)
    INSERT INTO closed SELECT n, date('2025-01-01', '+' || (n * 7919 % ${DAYS}) || ' days'), 'service_' || (n % ${SERVICES}), 1 + ${days(1, 6)}, ${days(2, 2)}, ${days(3, 1)} FROM numbers`).run(cases)
  for (const whose of ['office', 'applicant', 'other']) {
    client.exec(`INSERT INTO turnarounds SELECT day, service, 'lead', '', '${whose}', ${whose}, count(*) FROM closed GROUP BY 1, 2, 6`)
  }
  for (let step = 0; step < STEPS; step += 1) {
    client.exec(`INSERT INTO turnarounds SELECT day, service, 'department_' || (n % ${SERVICES}), 'step_${step}', 'office', ${days(4 + step, 1)} AS days, count(*) FROM closed GROUP BY 1, 2, 3, 6`)
  }
}
