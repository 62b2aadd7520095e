import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { type ChainLink, FIRST_HEAD, linkTo } from '#db/chain-link.ts'
import { openPostgresStore } from '#db/postgres/postgres-store.server.ts'
import type { CaseCommit, Store } from '#db/store.ts'
import { buildCommit, buildQueueRow } from '#tests/factories/case-commit.ts'
import { buildAccess } from '#tests/factories/access-entry.ts'
import { buildSkipped } from '#tests/factories/case-event.ts'
import { buildDraft } from '#tests/factories/draft.ts'
import { buildMessage } from '#tests/factories/message.ts'

import { postgresTables, type PostgresTables } from './postgres-tables.ts'

const days = { from: '2026-01-01', to: '2026-12-31', service: null }
const conflict = { ok: false, reason: 'conflict' }

let tables: PostgresTables
let stores: Store[]
beforeAll(async () => {
  tables = await postgresTables()
  stores = await Promise.all([1, 2, 3].map(() => openPostgresStore(tables.url, Date.now, { connections: 6 })))
})
beforeEach(() => tables.empty())
afterAll(() => Promise.all([...stores.map((store) => store.close()), tables.end()]))

const storeAt = (index: number): Store => stores[index % stores.length]!
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index))
const okOf = (outcomes: readonly { ok: boolean }[]) => outcomes.filter(({ ok }) => ok).length
const count = async (table: string) => Number((await tables.client.query<{ count: string }>(`SELECT count(*) FROM ${table}`)).rows[0]?.count)

/** Counts the same things as every other one. */
const submission = (index: number): CaseCommit => {
  const caseId = `case-${index}`
  return buildCommit({
    caseId,
    idempotencyKey: `key-${index}`,
    tasks: [buildQueueRow({ caseId })],
    tallies: [
      { day: '2026-03-02', service: 'trial', kind: 'received', count: 1 },
      { day: '2026-03-02', service: 'trial', kind: 'fields_saved', count: 3 },
      { day: '2026-03-02', service: 'trial', kind: 'fields_saved', count: 4 },
    ],
    turnarounds: times(2, () => ({ day: '2026-03-02', service: 'trial', department: 'lead', step: '', whose: 'office' as const, days: 1 })),
    sources: [{ day: '2026-03-02', register: 'people', field: '', kind: 'asked', count: 1 }],
  })
}

describe('three processes on one database', () => {
  it('take 200 submissions at once, and count each', async () => {
    expect(okOf(await Promise.all(times(200, (index) => storeAt(index).commit(submission(index)))))).toBe(200)
    expect(await count('cases')).toBe(200)
    expect(await storeAt(0).desk.counts(['lead.clerk'], 's', 0)).toMatchObject({ all: 200 })
    expect(await storeAt(1).board.tallies(days, false)).toMatchObject([{ kind: 'fields_saved', count: 1400 }, { kind: 'received', count: 200 }])
    expect(await storeAt(2).board.turnarounds(days)).toMatchObject([{ count: 400 }])
    expect(await storeAt(2).access.counts('people', days.from, days.to)).toMatchObject([{ kind: 'asked', count: 200 }])
  })

  it('let one of 50 win each version of a case, on ten cases', async () => {
    await Promise.all(times(10, (index) => storeAt(index).commit(submission(index))))
    for (const expectedVersion of [1, 2]) {
      const races = await Promise.all(times(10, (index) =>
        Promise.all(times(50, (racer) => storeAt(racer).commit(buildCommit({ caseId: `case-${index}`, expectedVersion, events: [buildSkipped(`task-${racer}`)] }))))))
      for (const outcomes of races) {
        expect(okOf(outcomes)).toBe(1)
        expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(49).fill(conflict))
      }
    }
    expect(await count('events')).toBe(30)
    const hashes = (await storeAt(0).cases.events('case-3')).map(({ prevHash, hash }) => [prevHash, hash])
    expect(hashes[1]?.[0]).toBe(hashes[0]?.[1])
    expect(hashes[2]?.[0]).toBe(hashes[1]?.[1])
  })

  it('make one case of one key sent 30 times', async () => {
    const outcomes = await Promise.all(times(30, (index) => storeAt(index).commit({ ...submission(index), idempotencyKey: 'key' })))
    const made = outcomes.findIndex(({ ok }) => ok)
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(29).fill({ ok: false, reason: 'duplicate', caseId: `case-${made}`, ref: `REF-case-${made}` }))
    expect([await count('cases'), await count('events'), await count('tasks'), await count('chain_waiting')]).toEqual([1, 1, 1, 2])
  })

  it('make one case of a draft that is submitted 20 times under other keys, and leave those free', async () => {
    await storeAt(0).drafts.create(buildDraft())
    const outcomes = await Promise.all(times(20, (index) => storeAt(index).commit({ ...submission(index), draft: { id: 'draft-1', version: 1 } })))
    const made = outcomes.findIndex(({ ok }) => ok)
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(19).fill({ ok: false, reason: 'duplicate', caseId: `case-${made}`, ref: `REF-case-${made}` }))
    expect([await count('cases'), await count('idempotency')]).toEqual([1, 1])
    expect(await storeAt(1).board.tallies(days, false)).toMatchObject([{ count: 7 }, { count: 1 }])
  })

  it('grow one chain without a gap while all of them write and link', async () => {
    const writes = times(60, async (index) => {
      await storeAt(index).commit(submission(index))
      await storeAt(index + 1).access.append([buildAccess({ id: `access-${index}-a` }), buildAccess({ id: `access-${index}-b` })], [])
      await storeAt(index + 2).commit(buildCommit({ caseId: `case-${index}`, expectedVersion: 1, events: [buildSkipped('visit'), buildSkipped('exam')] }))
    })
    const heads = Promise.all(times(12, (index) => storeAt(index).chain.head()))
    await Promise.all([...writes, heads])
    const [head, same, again] = await Promise.all(stores.map((store) => store.chain.head()))
    expect([same, again]).toEqual([head, head])
    const { rows } = await tables.client.query<ChainLink & { head: string }>('SELECT kind, case_id AS "caseId", version::integer, entry, leaf, head FROM chain ORDER BY seq')
    let last = FIRST_HEAD
    for (const row of rows) last = { size: last.size + 1, head: expectHead(row.head, linkTo(last, row).head) }
    expect(last).toEqual(head)
    const links = rows.map(({ kind, caseId, version, entry }) => JSON.stringify([kind, caseId, version, entry]))
    expect(new Set(links).size).toBe(links.length)
    expect(links).toHaveLength(60 * (2 + 2 + 3))
    expect(await count('chain_waiting')).toBe(0)
    for (let index = 0; index < 60; index += 1) expect(rows.filter(({ caseId }) => caseId === `case-${index}`).map(({ kind, version }) => `${kind} ${version}`)).toEqual(['event 1', 'state 1', 'event 2', 'event 3', 'state 3'])
  })

  it('take what is due and somebody else does not have, and wait for nobody', async () => {
    const two = [0, 1]
    await storeAt(0).commit(buildCommit({
      timers: two.map((index) => ({ key: `t${index}`, dueAt: index })),
      awaits: two.map((index) => ({ wait: `w${index}`, register: 'people', entity: 'person', subject: 's' })),
      parts: two.map((index) => ({ sub: `s${index}`, service: 'trial', definitionHash: 'd', company: null, openedAt: 0, heardWhose: 'office', heardEnd: null })),
      outbox: two.map((index) => buildMessage({ id: `m${index}`, at: index })),
    }))
    const first = [`timers WHERE key = 't0'`, `awaited_records WHERE wait = 'w0'`, `parts WHERE sub = 's0'`, `outbox WHERE id = 'm0'`]
    await tables.client.query(`BEGIN; ${first.map((row) => `SELECT 1 FROM ${row} FOR UPDATE`).join('; ')}`)
    const [timers, awaits, parts, messages] = await Promise.all([
      storeAt(0).timers.due(9, 9, 100), storeAt(1).cases.awaitsToLook(9, 9, 100), storeAt(2).parts.pending(9, 9, 100), storeAt(0).outbox.lease(9, 100, 9),
    ])
    await tables.client.query('COMMIT')
    expect([timers.map(({ key }) => key), awaits.map(({ wait }) => wait), parts.map(({ sub }) => sub), messages.map(({ id }) => id)]).toEqual([['t1'], ['w1'], ['s1'], ['m1']])
  })

  it('give each timer to one of them', async () => {
    await storeAt(0).commit(buildCommit({ timers: times(90, (index) => ({ key: `t${index}`, dueAt: index })) }))
    const taken = await Promise.all(times(9, (index) => storeAt(index).timers.due(100, 10, 1000)))
    const keys = taken.flat().map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    const rest = await storeAt(0).timers.due(100, 100, 1000)
    expect(keys.length + rest.length).toBe(90)
  })
})

function expectHead(stored: string, computed: string): string {
  expect(stored).toBe(computed)
  return stored
}
