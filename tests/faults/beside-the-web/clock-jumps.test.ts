import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { deliverMessages } from '#app/outbox/deliver-messages.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { runTimers } from '#app/use-cases/run-timers.ts'
import { openStore } from '#db/open-store.server.ts'
import { at } from '#tests/factories/definition.ts'
import { newDatabase } from '#tests/factories/new-database.ts'

import { raceRounds } from '../race-rounds.ts'
import { begunCase, trialEnvironment } from '../trial-environment.ts'

const NOW = at('2026-03-02')
const TEN_MINUTES = 600_000
const LEASE_MS = 60_000

const folder = mkdtempSync(join(tmpdir(), 'onetrip-clocks-'))
afterAll(() => rmSync(folder, { recursive: true }))

const stores: readonly [name: string, open: (name: string) => Promise<string>][] = [
  ['SQLite', async (name) => `file:${join(folder, `${name}.db`)}`],
  ['PostgreSQL', () => newDatabase()],
]

describe.each(stores)('two portals on %s of which one has a clock that is wrong by ten minutes', (_, open) => {
  /** Portals on one database, each by a clock of its own. */
  const portals = async (name: string, ...offsets: number[]) => {
    const databaseUrl = await open(name)
    const all: Environment[] = []
    for (const offset of offsets) all.push(trialEnvironment(await openStore({ databaseUrl }), () => NOW + offset))
    return { all, close: () => Promise.all(all.map(({ store }) => store.close())) }
  }

  it('decide nothing twice', async () => {
    const { all, close } = await portals('decisions', -TEN_MINUTES, 0, TEN_MINUTES)
    expect(await raceRounds(all, 5, 12)).toMatchObject({ claims: 5, decisions: 5, failed: 0, wrong: 0 })
    await close()
  })

  it.each([['ahead', 0, TEN_MINUTES], ['behind', -TEN_MINUTES, 0]] as const)('send a message twice at worst, when the clock is %s', async (name, first, second) => {
    const { all: [slow, other], close } = await portals(name, first, second)
    await begunCase(slow!, 'told')
    const arrived: string[] = []
    // while the first is delivering, its lease is long over to the other
    await deliverMessages(slow!.store.outbox, async ({ id }) => {
      arrived.push(id)
      await deliverMessages(other!.store.outbox, async (message) => void arrived.push(message.id), () => NOW + second + 2 * LEASE_MS)
    }, () => NOW + first + LEASE_MS)
    expect(arrived.length).toBe(2 * new Set(arrived).size)
    expect(await other!.store.outbox.pending()).toBe(0)
    await close()
  })

  it('fire a timer early at worst, and once', async () => {
    const { all: [right, ahead], close } = await portals('timers', 0, TEN_MINUTES)
    const caseId = await begunCase(right!, 'silent')
    const [timer] = await right!.store.timers.due(Number.MAX_SAFE_INTEGER, 1, 0)
    const early = { ...ahead!, now: () => timer!.dueAt + 1 }
    const late = { ...right!, now: () => timer!.dueAt + 1 - TEN_MINUTES }
    expect((await runTimers(late)).fired).toBe(0)
    const fired = await Promise.all([runTimers(early), runTimers(early), runTimers(late)])
    expect(fired.map((one) => one.fired).sort()).toEqual([0, 0, 1])
    expect((await right!.store.cases.events(caseId)).filter((event) => event.type === 'task_decided' && event.silent)).toHaveLength(1)
    await close()
  })

  it('may both hold a job that is one’s at a time, and the fence tells who came later', async () => {
    const { all: [right, behind], close } = await portals('jobs', 0, -TEN_MINUTES)
    const first = await behind!.store.leases.take('job', 'behind', behind!.now(), LEASE_MS)
    const second = await right!.store.leases.take('job', 'right', right!.now(), LEASE_MS)
    expect([first, second]).toEqual([1, 2])
    expect(await behind!.store.leases.release('job', first!)).toBe(false)
    expect(await right!.store.leases.release('job', second!)).toBe(true)
    await close()
  })
})
