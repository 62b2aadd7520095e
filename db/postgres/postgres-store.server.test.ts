import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Store } from '#db/store.ts'
import { postgresTables, type PostgresTables } from '#tests/contract/postgres-tables.ts'
import { buildCommit, buildQueueRow } from '#tests/factories/case-commit.ts'
import { buildSkipped } from '#tests/factories/case-event.ts'
import { buildCertificate } from '#tests/factories/certificate.ts'
import { buildMessage } from '#tests/factories/message.ts'
import { newDatabase } from '#tests/factories/new-database.ts'
import { buildRecord } from '#tests/factories/record.ts'

import { openPostgresStore } from './postgres-store.server.ts'

let tables: PostgresTables
let store: Store
beforeAll(async () => {
  tables = await postgresTables()
  store = await openPostgresStore(tables.url, Date.now, { connections: 3 })
})
beforeEach(() => tables.empty())
afterAll(() => Promise.all([store.close(), tables.end()]))

/** Connections of the store. */
const PORTALS = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'onetrip'`
const CUT = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'onetrip'`
const untilFound = async (sql: string, count: number): Promise<void> => {
  while ((await tables.client.query(sql)).rows.length !== count) continue
}
const record = { register: 'people', entity: 'permit', subject: buildRecord().subject }

describe('a PostgreSQL store', () => {
  it('is ready, and throws once it is closed, which it may be twice', async () => {
    const other = await openPostgresStore(tables.url)
    expect(await other.ready()).toBe(true)
    await other.close()
    await other.close()
    await expect(other.ready()).rejects.toThrow()
  })

  it('is not ready when the tables are of another version', async () => {
    await tables.client.query(`INSERT INTO migrations VALUES (9999, '9999_later.sql', 'x', 'now')`)
    expect(await store.ready()).toBe(false)
    await expect(openPostgresStore(tables.url)).rejects.toThrow('newer version')
    await tables.client.query('DELETE FROM migrations WHERE number = 9999')
  })

  it('refuses a server that answers before it has written', async () => {
    const url = await newDatabase()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`)
    await expect(openPostgresStore(url)).rejects.toThrow('synchronous_commit = off')
    await client.end()
  })

  it('says which column is damaged, and nothing of what is in it', async () => {
    await store.commit(buildCommit())
    await tables.client.query(`UPDATE cases SET state = '{"id": secret'`)
    await expect(store.cases.load('case-1')).rejects.toThrow('Column state holds text that is not JSON')
    await expect(store.cases.load('case-1')).rejects.not.toThrow('secret')
  })

  it('keeps half a character as SQLite does: as U+FFFD', async () => {
    await store.scans.put('a\ud800b', 'waiting', 1)
    expect(await store.scans.waiting(1)).toEqual(['a\ufffdb'])
  })

  it('goes on over new connections when all of them were cut', async () => {
    await Promise.all([1, 2, 3].map(() => store.ready()))
    await tables.client.query(CUT)
    await untilFound(PORTALS, 0)
    // one that has not heard of it yet may fail; nothing else does
    await store.ready().catch(() => false)
    await store.ready().catch(() => false)
    await store.ready().catch(() => false)
    expect(await store.ready()).toBe(true)
  })

  it('rejects a commit whose connection is cut, and takes the same again', async () => {
    const change = buildCommit({ idempotencyKey: 'key-1', tasks: [buildQueueRow()] })
    await tables.client.query('BEGIN; LOCK TABLE events IN ACCESS EXCLUSIVE MODE')
    const sent = store.commit(change).then(() => 'written', () => 'rejected')
    await untilFound(`${PORTALS} AND wait_event_type = 'Lock'`, 1)
    await tables.client.query(`${CUT} AND wait_event_type = 'Lock'; COMMIT`)
    expect(await sent).toBe('rejected')
    expect(await store.commit(change)).toEqual({ ok: true })
    expect(await store.commit(change)).toMatchObject({ reason: 'duplicate' })
  })

  it('asks twice for a command on a case: to read it, and to write it', async () => {
    await store.commit(buildCommit())
    const asked = vi.spyOn(pg.Client.prototype, 'query')
    expect(await store.cases.load('case-1')).toMatchObject({ version: 1 })
    expect(await store.commit(buildCommit({ expectedVersion: 1 }))).toEqual({ ok: true })
    expect(asked).toHaveBeenCalledTimes(2)
    asked.mockRestore()
    const [first, second] = await store.cases.events('case-1')
    expect(second?.prevHash).toBe(first?.hash)
  })

  it('chains to the event that is there when the case is another than was read', async () => {
    await store.commit(buildCommit())
    await store.cases.load('case-1')
    await tables.client.query(`UPDATE events SET hash = 'restored'`)
    expect(await store.commit(buildCommit({ expectedVersion: 1 }))).toEqual({ ok: true })
    expect((await store.cases.events('case-1'))[1]?.prevHash).toBe('restored')
  })

  it.each([1, 2, 3, 4, 5, 9])('writes %i rows of a kind, each once and in order, and takes those away that are gone', async (count) => {
    const keys = Array.from({ length: count }, (_, index) => `timer-${index}`)
    const events = keys.map((name) => buildSkipped(name))
    const rowsOf = async (sql: string) => (await tables.client.query<{ one: string }>(sql)).rows.map(({ one }) => one)
    const timers = (all: readonly string[]) => all.map((key) => ({ key, dueAt: 1 }))
    await store.commit(buildCommit({ events, timers: timers(keys), outbox: keys.map((id) => buildMessage({ id })) }))
    expect(await rowsOf('SELECT key AS one FROM timers ORDER BY key')).toEqual(keys)
    expect(await rowsOf('SELECT id AS one FROM outbox ORDER BY id')).toEqual(keys)
    expect((await store.cases.events('case-1')).map(({ version }) => version)).toEqual(keys.map((_, index) => index + 1))
    const links = [...keys.map((_, index) => `event ${index + 1}`), `state ${count}`]
    expect(await rowsOf(`SELECT kind || ' ' || version AS one FROM chain_waiting ORDER BY place`)).toEqual(links)
    await store.commit(buildCommit({ expectedVersion: count, timers: timers(keys.slice(1)) }))
    expect(await rowsOf('SELECT key AS one FROM timers ORDER BY key')).toEqual(keys.slice(1))
  })

  it('keeps its connections when a commit is refused', async () => {
    const pids = async () => (await tables.client.query<{ pid: number }>(PORTALS)).rows.map(({ pid }) => pid).sort()
    await Promise.all([1, 2, 3].map(() => store.ready()))
    const before = await pids()
    await store.commit(buildCommit({ outbox: [buildMessage()] }))
    await expect(store.commit(buildCommit({ caseId: 'case-2', outbox: [buildMessage()] }))).rejects.toThrow()
    expect(await store.commit(buildCommit({ expectedVersion: 7, idempotencyKey: 'key-2' }))).toMatchObject({ reason: 'conflict' })
    expect(await store.commit(buildCommit({ idempotencyKey: 'key-2' }))).toMatchObject({ reason: 'conflict' })
    expect(await pids()).toEqual(before)
  })
})

describe('a commit that writes one row for several reasons', () => {
  it('takes back and suspends a certificate that it issues', async () => {
    await store.commit(buildCommit({ certificates: [buildCertificate()], suspended: [{ code: 'code-1', on: '2026-04-01' }] }))
    expect(await store.cases.certificate('code-1')).toMatchObject({ suspendedOn: '2026-04-01', revokedOn: null })
    await store.commit(buildCommit({ expectedVersion: 1, revoked: [{ code: 'code-1', on: '2026-05-01' }], suspended: [{ code: 'code-1', on: null }] }))
    expect(await store.cases.certificate('code-1')).toMatchObject({ suspendedOn: null, revokedOn: '2026-05-01' })
  })

  it('puts several values right in a record, and suspends it', async () => {
    await store.records.put([buildRecord({ data: { certificate_number: 'N1', a: 1, b: 2 } }), buildRecord({ key: '2', data: { certificate_number: 'N2' } })])
    const amendment = { ...record, key: '1', asOf: '2026-02-02' }
    await store.commit(buildCommit({
      standings: [{ ...record, number: 'N1', standing: 'suspended' }],
      amendments: [{ ...amendment, field: 'a', value: 9 }, { ...amendment, field: 'c', value: 'new' }, { ...amendment, key: '3', field: 'a', value: 9 }],
      records: [buildRecord({ key: '4', data: { certificate_number: 'N1' } })],
    }))
    const rows = await store.records.read([record])
    expect(rows).toHaveLength(3)
    expect(rows.find(({ key }) => key === '1')).toMatchObject({ data: { certificate_number: 'N1', a: 9, b: 2, c: 'new' }, standing: 'suspended', asOf: '2026-02-02' })
    expect(rows.find(({ key }) => key === '2')).toMatchObject({ standing: 'valid' })
    expect(rows.find(({ key }) => key === '4')).toMatchObject({ standing: 'suspended' })
  })
})
