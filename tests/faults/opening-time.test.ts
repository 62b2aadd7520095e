import { describe, expect, test } from 'vitest'

import { MORE_TRIES } from '#app/registers/http/limits.ts'
import { agreeToSources } from '#app/use-cases/agree-to-sources.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { whoIs } from '#tests/shared-records/world.ts'

import { type FaultyCity, openFaultyCity } from './faulty-city.ts'

describe('how long a draft takes to open', { timeout: 60_000 }, () => {
  /** Portals that know nothing of each other, and how often each is started anew: a register is known to be silent after a few openings. */
  const PORTALS = 6
  const STARTS = 8

  /** The slowest of twenty are left out. */
  const p95 = (times: readonly number[]): number => times.toSorted((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1] ?? 0

  /** @returns ms */
  async function time({ world }: FaultyCity): Promise<number> {
    const actor = await whoIs(world, world.citizens.find(({ demo }) => demo === 'driver')!.id)
    const started = await startApplication(world, actor, 'driving-licence-renewal', { company: null, mandate: null })
    const since = performance.now()
    expect(started.ok && (await agreeToSources(world, actor, started.draftId, []))).toMatchObject({ ok: true, draft: { sources: { traffic: 'no_answer', population: 'read', health: 'read' } } })
    return performance.now() - since
  }

  async function timeAnew(portal: FaultyCity): Promise<number[]> {
    const times: number[] = []
    for (let i = 0; i < STARTS; i += 1) {
      await portal.startAnew()
      times.push(await time(portal))
    }
    return times
  }

  test('nineteen of twenty within two seconds with one register stalled, even if each is the first to find out', async () => {
    const portals = await Promise.all(Array.from({ length: PORTALS }, () => openFaultyCity('traffic', 'population', 'health')))
    for (const portal of portals) portal.register('traffic').behaviour = 'stalled'
    const first = (await Promise.all(portals.map(timeAnew))).flat()
    const requests = () => portals.reduce((sum, portal) => sum + portal.register('traffic').requests, 0)
    // However busy this machine is, nobody asks more often than this.
    expect(requests()).toBeLessThanOrEqual(first.length * (1 + MORE_TRIES))
    const later: number[] = []
    for (let i = 0; i < first.length; i += 1) later.push(await time(portals[0]!))
    console.log(`with one register stalled, p95 of a draft's opening: ${Math.round(p95(first))} ms when nothing is known of it yet (${first.length} openings, slowest ${Math.round(Math.max(...first))} ms), ${Math.round(p95(later))} ms after that (${later.length} openings)`)
    expect(p95(first)).toBeLessThanOrEqual(2_000)
    expect(p95(later)).toBeLessThanOrEqual(2_000)
    await Promise.all(portals.map((portal) => portal.close()))
  })
})
