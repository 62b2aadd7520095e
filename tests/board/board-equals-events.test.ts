import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import type { Board } from '#app/use-cases/board/board.ts'
import { viewBoard } from '#app/use-cases/board/view-board.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { openStore } from '#db/open-store.server.ts'
import { seed } from '#db/seed.ts'

import { type Story, storiesIn } from './case-story.ts'
import { naiveAgeing, naiveBy, naiveCounts, naiveExcess, naiveOpen, naiveSteps, naiveTimes, naiveTook, type Wish } from './figures-from-events.ts'

/*
 * What the board says of months of a city's work, against the table `events`, the law's copy: read by other SQL, with
 * working days counted one by one. Every figure must be the same.
 */

const NOW = '2026-11-20T07:30:00.000Z'
const services = readdirSync('workflows/services').sort()
/** Those with cases in the demonstration's history. */
const used = ['disabled-parking-badge', 'driving-licence-renewal', 'restaurant-opening']
const manager: Actor = { kind: 'staff', id: 'm', name: 'M', desks: ['market_regulation.manager'] }
const folder = mkdtempSync(join(tmpdir(), 'onetrip-board-'))

const periods = [
  ['2026-08-21', '2026-11-20'],
  ['2026-07-01', '2026-11-20'],
  ['2026-10-01', '2026-10-31'],
  ['2026-09-28', '2026-10-11'],
  ['2026-09-15', '2026-09-15'],
  ['2025-01-01', '2025-12-31'],
] as const
const wishes: Wish[] = periods.flatMap(([from, to]) => [null, ...used].map((service) => ({ from, to, service })))

let env: Environment
let stories: Story[]

beforeAll(async () => {
  const { catalogue } = readCatalogue('workflows')
  if (!catalogue) throw new Error('the definitions are not sound')
  const path = join(folder, 'city.db')
  const store = await openStore({ databaseUrl: `file:${path}` })
  env = { store, catalogue, registers: () => builtInRegister(store.records), now: () => Date.parse(NOW), chance: makeChance() }
  await seed(store, catalogue, Date.parse(NOW))
  const database = new Database(path, { readonly: true })
  stories = storiesIn(database)
  database.close()
}, 120_000)

afterAll(async () => {
  await env.store.close()
  rmSync(folder, { recursive: true })
})

async function board({ from, to, service }: Wish): Promise<Board> {
  const view = await viewBoard(env, manager, { period: { from, to }, service })
  if (!view) throw new Error('the manager must see the board')
  return view
}

it('has months of work to look at', () => {
  expect(stories.length).toBeGreaterThan(300)
  const all = naiveCounts(stories, { from: '2026-01-01', to: '2026-12-31', service: null })
  expect(Object.values(all).every((count) => count > 0)).toBe(true)
})

describe.each(wishes)('from $from to $to, service $service', (wish) => {
  it('received, done, on time and returned are those of the events, in all and by service', async () => {
    const view = await board(wish)
    expect(view.counts).toEqual(naiveCounts(stories, wish))
    expect(view.earlier).toEqual(naiveCounts(stories, { ...view.before, service: wish.service }))
    const shown = wish.service === null ? services : [wish.service]
    expect(Object.fromEntries(view.services.map(({ service, counts }) => [service, counts]))).toEqual(
      Object.fromEntries(shown.map((service) => [service, naiveCounts(stories, { ...wish, service })])),
    )
  })

  it('median and 90th percentile are those of the events: whole cases, services, departments and steps', async () => {
    const view = await board(wish)
    const took = naiveTook(stories, wish)
    const [whole, steps] = [took.filter(({ step }) => step === ''), took.filter(({ step }) => step !== '')]
    const departments = [...new Set(steps.map(({ department }) => department))].sort()
    expect(view.times).toEqual(naiveTimes(whole))
    expect(Object.fromEntries(view.services.map(({ service, times }) => [service, times]))).toEqual(naiveBy(whole, 'service', wish.service === null ? services : [wish.service]))
    expect(view.departments.map(({ department, times }) => [department, times])).toEqual(Object.entries(naiveBy(steps, 'department', departments)))
    expect(Object.fromEntries(view.steps.map(({ service, step, times }) => [`${service} ${step}`, times]))).toEqual(naiveSteps(took))
  })

  it('the weeks or months follow each other without a gap, each with its own figures', async () => {
    const view = await board(wish)
    expect([view.series[0]?.from, view.series.at(-1)?.to]).toEqual([wish.from, wish.to])
    for (const { from, to, counts, office } of view.series) {
      const part = { from, to, service: wish.service }
      expect(counts).toEqual(naiveCounts(stories, part))
      expect(office).toEqual(naiveTimes(naiveTook(stories, part).filter(({ step }) => step === '')).office)
    }
    const sum = view.series.reduce((total, { counts }) => total + counts.done, 0)
    expect(sum).toBe(view.counts.done)
  })

  it('the slowest step is the one furthest over its limit', async () => {
    const { slowest } = await board(wish)
    const excess = naiveExcess(naiveTook(stories, wish))
    expect(slowest ? slowest.p90 - slowest.within : -Infinity).toBe(Math.max(...Object.values(excess)))
    if (slowest) expect(excess[`${slowest.service} ${slowest.step}`]).toBe(slowest.p90 - slowest.within)
  })

  it('open work and its age are those of the events', async () => {
    const { openWork } = await board(wish)
    const open = naiveOpen(stories, wish.service)
    expect(openWork.lights.all).toBe(open.length)
    expect(openWork.ageing.map(({ count }) => count)).toEqual(naiveAgeing(open, NOW))
    for (const service of services) {
      expect(openWork.services[service]?.all ?? 0).toBe(naiveOpen(open, service).length)
    }
  })
})
