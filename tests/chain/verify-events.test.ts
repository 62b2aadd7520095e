import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildSkipped } from '#tests/factories/case-event.ts'

import { UnreadableDatabase, verifyFile } from '../../audit/verify.ts'

const verifyEvents = (database: string) => verifyFile(database, { shipped: [], keys: null })

let folder: string
let path: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onetrip-verify-'))
  path = join(folder, 'city.db')
  const store = openSqliteStore(path)
  for (const caseId of ['case-1', 'case-2']) {
    await store.commit(buildCommit({ caseId }))
    await store.commit(buildCommit({ caseId, expectedVersion: 1, events: [buildSkipped('visit'), buildSkipped('post')] }))
  }
  await store.close()
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Somebody with the file in their hands: no rule of the database stops them. */
function tamper(sql: string): void {
  const database = new Database(path)
  database.pragma('foreign_keys = OFF')
  database.exec(sql)
  database.close()
}

it('finds nothing wrong with what commits wrote', () => {
  expect(verifyEvents(path)).toEqual({ cases: 2, events: 6, accesses: 0, checkpoints: 0, broken: null })
})

it.each([
  ['an edited event', `UPDATE events SET data = json_set(data, '$.task', 'other') WHERE case_id = 'case-2' AND version = 2`, { caseId: 'case-2', version: 2, reason: 'hash' }],
  ['an edited time', `UPDATE events SET at = '2020-01-01T00:00:00.000Z' WHERE case_id = 'case-1' AND version = 3`, { caseId: 'case-1', version: 3, reason: 'hash' }],
  ['an edited actor', `UPDATE events SET actor = '{"kind":"staff","id":"x","name":"X"}' WHERE case_id = 'case-1' AND version = 1`, { caseId: 'case-1', version: 1, reason: 'hash' }],
  ['data that is no JSON any more', `UPDATE events SET data = '{' WHERE case_id = 'case-1' AND version = 2`, { caseId: 'case-1', version: 2, reason: 'hash' }],
  ['a replaced hash', `UPDATE events SET hash = '${'a'.repeat(64)}' WHERE case_id = 'case-1' AND version = 3`, { caseId: 'case-1', version: 3, reason: 'hash' }],
  ['an event taken out', `DELETE FROM events WHERE case_id = 'case-1' AND version = 2`, { caseId: 'case-1', version: 2, reason: 'missing' }],
  ['a first event taken out', `DELETE FROM events WHERE case_id = 'case-1' AND version = 1`, { caseId: 'case-1', version: 1, reason: 'missing' }],
  ['an end cut off', `DELETE FROM events WHERE case_id = 'case-1' AND version = 3`, { caseId: 'case-1', version: 3, reason: 'missing' }],
  ['an end cut off the last case', `DELETE FROM events WHERE case_id = 'case-2' AND version > 1`, { caseId: 'case-2', version: 2, reason: 'missing' }],
  ['a case without events', `DELETE FROM events WHERE case_id = 'case-2'`, { caseId: 'case-2', version: 1, reason: 'missing' }],
  ['events without a case', `DELETE FROM cases WHERE case_id = 'case-1'`, { caseId: 'case-1', version: 1, reason: 'missing' }],
  [
    'two events in each other’s place',
    `UPDATE events SET version = 9 WHERE case_id = 'case-1' AND version = 2;
     UPDATE events SET version = 2 WHERE case_id = 'case-1' AND version = 3;
     UPDATE events SET version = 3 WHERE case_id = 'case-1' AND version = 9`,
    { caseId: 'case-1', version: 2, reason: 'hash' },
  ],
  [
    'two cases with each other’s events',
    `UPDATE events SET case_id = 'x' WHERE case_id = 'case-1';
     UPDATE events SET case_id = 'case-1' WHERE case_id = 'case-2';
     UPDATE events SET case_id = 'case-2' WHERE case_id = 'x'`,
    { caseId: 'case-1', version: 1, reason: 'hash' },
  ],
])('finds %s', (_what, sql, broken) => {
  tamper(sql)
  expect(verifyEvents(path).broken).toMatchObject(broken)
})

it('counts what was sound before the break', () => {
  tamper(`DELETE FROM events WHERE case_id = 'case-2' AND version = 2`)
  expect(verifyEvents(path)).toMatchObject({ cases: 2, events: 4 })
})

it('refuses a database that is not there, and makes none', () => {
  const missing = join(folder, 'none.db')
  expect(() => verifyEvents(missing)).toThrow(UnreadableDatabase)
  expect(existsSync(missing)).toBe(false)
})

it('refuses a file that is no database of the portal', () => {
  const other = join(folder, 'other.db')
  new Database(other).exec('CREATE TABLE t (a)').close()
  expect(() => verifyEvents(other)).toThrow(/can't be read as a database of OneTrip/)
})
