import Database from 'better-sqlite3'
import { beforeEach, expect, it } from 'vitest'

import { chainEvents, FIRST_LINK } from '#db/event-chain.ts'
import { sqliteAccess } from '#db/sqlite/access.server.ts'
import { chainExisting } from '#db/sqlite/chain-existing.server.ts'
import { prepareCommit } from '#db/sqlite/commit.server.ts'
import { migrate, readMigrations } from '#db/sqlite/migrate.server.ts'
import { type Connection, connectionOf } from '#db/sqlite/open-database.server.ts'
import { rebuildStates } from '#db/sqlite/rebuild-states.server.ts'
import { buildAccess } from '#tests/factories/access-entry.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildSkipped } from '#tests/factories/case-event.ts'

import { verify } from '../../audit/verify.ts'

const ENTRIES = 1_500
const BEFORE = 5

let connection: Connection
const migrateTo = (number: number) =>
  migrate(connection.client, readMigrations().filter((one) => one.number <= number), { 6: () => chainExisting(connection) })
const broken = () => verify(connection.client, { shipped: [], keys: null }).broken
const chained = () => connection.client.prepare('SELECT kind, count(*) AS count FROM chain GROUP BY kind ORDER BY kind').all()

beforeEach(() => {
  const client = new Database(':memory:')
  connection = connectionOf(client)
  migrateTo(BEFORE)
  const insert = (table: string, row: object) =>
    client.prepare(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map(() => '?').join(', ')})`).run(...Object.values(row))
  for (const caseId of ['case-2', 'case-1']) {
    const { state, summary, ...change } = buildCommit({ caseId, events: [...buildCommit({ caseId }).events, buildSkipped('visit')] })
    insert('cases', {
      case_id: caseId, ref: summary.ref, service: 'trial', lead: 'lead', person: 'p1', applicant_name: 'Li Na', submitted_at: 1, whose: 'office',
      promised_days: 1, used_days: 0, version: 2, state: JSON.stringify(state), definition_hash: 'trial',
    })
    for (const row of chainEvents({ ...change, state }, FIRST_LINK)) {
      const { version, type, at, actor, data, prevHash, hash } = row
      insert('events', { case_id: caseId, version, type, at, actor: JSON.stringify(actor), data: JSON.stringify(data), prev_hash: prevHash, hash })
    }
  }
  for (let index = 0; index < ENTRIES; index += 1) {
    const { onBehalfOf: _, shownFrom, reader, fields, ...entry } = buildAccess({ id: `a${index}` })
    insert('access_log', { ...entry, reader: JSON.stringify(reader), fields: JSON.stringify(fields), shown_from: shownFrom })
  }
})

it('a database from before there was a chain is chained when it is migrated, in the order in which it was written', () => {
  migrateTo(9999)
  expect(chained()).toEqual([{ kind: 'access', count: ENTRIES }, { kind: 'event', count: 4 }, { kind: 'state', count: 2 }])
  expect(connection.client.prepare('SELECT case_id FROM chain LIMIT 3').pluck().all()).toEqual(['case-2', 'case-2', 'case-1'])
  expect(broken()).toBeNull()
})

it('and goes on from there', async () => {
  migrateTo(9999)
  expect(prepareCommit(connection)(buildCommit({ expectedVersion: 2, events: [buildSkipped('exam')] }))).toEqual({ ok: true })
  await sqliteAccess(connection).append([buildAccess({ id: 'later' })], [])
  expect(broken()).toBeNull()
})

it('a case whose state was never chained is not taken for sound', () => {
  connection.client.exec('DELETE FROM access_log')
  migrateTo(9999)
  connection.client.exec(`DELETE FROM chain WHERE seq = (SELECT max(seq) FROM chain)`)
  expect(broken()).toMatchObject({ reason: 'cut_off', caseId: 'case-1', version: 2 })
})

it('states that are made anew are chained again, unless the chain comes later', () => {
  rebuildStates(connection)
  migrateTo(9999)
  expect(broken()).toBeNull()
  connection.client.exec(`UPDATE cases SET state = '{}'`)
  expect(broken()).toMatchObject({ reason: 'state', caseId: 'case-2' })
  rebuildStates(connection)
  expect(chained()).toContainEqual({ kind: 'state', count: 4 })
  expect(broken()).toBeNull()
})
