import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'

import Database from 'better-sqlite3'

import { prepareCommit } from '#db/sqlite/commit.server.ts'
import { openDatabase } from '#db/sqlite/open-database.server.ts'
import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'
import type { CaseCommit } from '#db/store.ts'

import { fiveStepsSubmission } from '../engines/five-steps.ts'

/** One case in so many is open: 4 %. */
export const OPEN_EVERY = 25
/** Desks at which open work lies, and those of the clerk who looks. */
export const DESKS = ['lead.clerk', 'food.reviewer', 'fire.reviewer', 'signs.reviewer', 'lead.head']
const [DAYS, HOLDERS] = [20, 4]
/** As many open cases are one of each kind. */
export const KINDS = DESKS.length * DAYS * HOLDERS

/**
 * A database of so many cases, every 25th open with one task, made by SQL out of one real submission: its state and last event, with ids of
 * their own. Open work is spread evenly over 5 desks × 20 due days × 4 holders, of whom one is nobody. Closed cases have a summary and no
 * state: nothing here reads one. Made in the folder once. @returns its path
 */
export async function manyCases(folder: string, cases: number): Promise<string> {
  const path = join(folder, `cases-${cases}.db`)
  if (existsSync(path)) return path
  await openSqliteStore(`${path}.new`).close()
  const submission = await fiveStepsSubmission()
  writeTemplate(`${path}.new`, submission)
  const client = new Database(`${path}.new`)
  for (const pragma of ['journal_mode = WAL', 'synchronous = OFF', 'foreign_keys = OFF', 'temp_store = MEMORY', 'cache_size = -500000']) client.pragma(pragma)
  const indexes = client.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('cases', 'tasks') AND sql IS NOT NULL").all()
  // one after the other at the end is much quicker than all of them with each row
  for (const { name } of indexes) client.exec(`DROP INDEX ${name}`)
  client.transaction(() => fill(client, cases, submission.caseId))()
  for (const { sql } of indexes) client.exec(sql)
  client.exec('ANALYZE')
  client.exec('DELETE FROM sqlite_stat1')
  client.pragma('wal_checkpoint(TRUNCATE)')
  client.close()
  renameSync(`${path}.new`, path)
  return path
}

function writeTemplate(path: string, submission: CaseCommit): void {
  const connection = openDatabase(path)
  prepareCommit(connection)(submission)
  connection.close()
}

const NUMBERS = 'WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :cases)'
/** As ids are made up. */
const ID = `printf('case-%010d', n)`
const REF = `printf('REF-%010d', n)`
/** Of the how manieth open case. */
const K = `(n / ${OPEN_EVERY})`
const HOLDER = `nullif(${K} / ${DESKS.length * DAYS} % ${HOLDERS}, 0)`
const DUE = `t.due_at + 86400000 * (${K} / ${DESKS.length} % ${DAYS})`

function fill(client: Database.Database, cases: number, template: string): void {
  client.prepare(`${NUMBERS}
    INSERT INTO cases (case_id, ref, service, lead, person, company, applicant_name, submitted_at, ended_at, "end", whose, yellow_at, due_at, promised_days, used_days, version, state, definition_hash, behalf)
    SELECT ${ID}, ${REF}, c.service, c.lead, 'p' || (n % 100003), NULL, c.applicant_name, c.submitted_at - n * 1000,
      iif(n % ${OPEN_EVERY}, c.submitted_at - n * 1000 + 86400000, NULL), iif(n % ${OPEN_EVERY}, 'granted', NULL), 'office',
      iif(n % ${OPEN_EVERY}, NULL, c.yellow_at), iif(n % ${OPEN_EVERY}, NULL, c.due_at), c.promised_days, c.used_days, c.version,
      iif(n % ${OPEN_EVERY}, '', replace(replace(c.state, c.case_id, ${ID}), c.ref, ${REF})), c.definition_hash, NULL
    FROM numbers CROSS JOIN cases AS c WHERE c.case_id = :template AND n < :cases`).run({ cases, template })
  const open = `FROM numbers CROSS JOIN`
  client.prepare(`${NUMBERS}
    INSERT INTO tasks (case_id, ref, service, applicant_name, task, round, desk, version, opened_at, submitted_at, holder_id, holder_name, visit_on, yellow_at, due_at, used_days, within_days)
    SELECT ${ID}, ${REF}, t.service, t.applicant_name, t.task, t.round, json_extract(:desks, '$[' || (${K} % ${DESKS.length}) || ']'), t.version, t.opened_at, t.submitted_at,
      'clerk-' || ${HOLDER}, 'Clerk ' || ${HOLDER}, NULL, ${DUE} - 86400000, ${DUE}, t.used_days, t.within_days
    ${open} tasks AS t WHERE t.case_id = :template AND n % ${OPEN_EVERY} = 0`).run({ cases, template, desks: JSON.stringify(DESKS) })
  client.prepare(`${NUMBERS}
    INSERT INTO events (case_id, version, type, at, actor, data, prev_hash, hash)
    SELECT ${ID}, e.version, e.type, e.at, e.actor, e.data, e.prev_hash, e.hash
    ${open} events AS e WHERE e.case_id = :template AND n % ${OPEN_EVERY} = 0`).run({ cases, template })
  for (const table of ['tasks', 'events', 'outbox', 'cases']) client.prepare(`DELETE FROM ${table} WHERE case_id = ?`).run(template)
}
