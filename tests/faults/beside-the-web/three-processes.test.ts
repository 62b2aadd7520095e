import { beforeAll, describe, expect, it } from 'vitest'

import { openStore } from '#db/open-store.server.ts'
import type { Store } from '#db/store.ts'
import { at } from '#tests/factories/definition.ts'
import { newDatabase } from '#tests/factories/new-database.ts'

import { startChild } from '../child-process.ts'
import { type Receiver, startReceiver } from '../kill/receiver.ts'
import { begunCase, trialEnvironment } from '../trial-environment.ts'

import type { Background } from './background-process.ts'

const CASES = 60
const PROCESSES = 3
/** When all first desks have kept silent for too long. */
const LATER = at('2026-03-06')

type Outcome = { processes: Background[]; receiver: Receiver; silences: number[] }

/** Cases whose first desk never answered, on a new database, and three processes that find this at the same moment. */
async function allAtOnce(mutant: string): Promise<Outcome> {
  const databaseUrl = await newDatabase()
  const store = await openStore({ databaseUrl })
  const env = trialEnvironment(store)
  const cases = await Promise.all(Array.from({ length: CASES }, (_, place) => begunCase(env, `case ${place}`)))
  const receiver = await startReceiver()
  const children = Array.from({ length: PROCESSES }, () => startChild('beside-the-web/background-process.ts', [databaseUrl, receiver.url, String(LATER), mutant]))
  for (const child of children) await child.hears()
  for (const child of children) child.tell({ go: true })
  const processes = await Promise.all(children.map((child) => child.hears<Background>()))
  const silences = await Promise.all(cases.map((caseId) => silencesOf(store, caseId)))
  await Promise.all([...children.map((child) => child.kill()), receiver.stop(), store.close()])
  return { processes, receiver, silences }
}

const silencesOf = async (store: Store, caseId: string) => (await store.cases.events(caseId)).filter((event) => event.type === 'task_decided' && event.silent).length
const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0)

describe('three portals beside each other on PostgreSQL', () => {
  let outcome: Outcome
  beforeAll(async () => void (outcome = await allAtOnce('')))

  it('fire each timer once', () => {
    expect([outcome.silences.length, new Set(outcome.silences)]).toEqual([CASES, new Set([1])])
    expect([sum(outcome.processes.map(({ fired }) => fired)), sum(outcome.processes.map(({ failures }) => failures))]).toEqual([CASES, 0])
  })

  it('deliver each message once', () => {
    const times = [...outcome.receiver.arrived.values()]
    expect(times.every((time) => time === 1)).toBe(true)
    expect(times.length).toBeGreaterThanOrEqual(CASES)
    expect(sum(outcome.processes.map(({ delivered }) => delivered))).toBe(times.length)
  })
})

it('are caught when what is due is handed to all of them; even then no case hears of its silence twice', async () => {
  const { processes, receiver, silences } = await allAtOnce('no-leases')
  expect(sum(processes.map(({ failures }) => failures))).toBeGreaterThan(0)
  expect(Math.max(...receiver.arrived.values())).toBeGreaterThan(1)
  expect(new Set(silences)).toEqual(new Set([1]))
})
