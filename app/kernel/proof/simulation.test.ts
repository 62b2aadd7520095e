import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { buildCalendar } from '#app/kernel/clock/calendar.ts'
import { at } from '#tests/factories/definition.ts'
import { randomSource, randomSurroundings, readRandom } from '#tests/factories/random-definition.ts'
import { livedThrough } from '#tests/factories/timed-play.ts'

import { describePath } from './check-guarantee.ts'
import { prove } from './prove.ts'

/** Weekends, a week of holidays, and two Sundays worked for it: so that days are not all alike. */
const calendar = buildCalendar({
  calendar: 'trial', version: 1, zone: 'Asia/Shanghai', covers: { from: '2026-01-01', to: '2045-12-31' }, weekend: ['sat', 'sun'],
  holidays: ['2026-03-16', '2026-03-17', '2026-03-18', '2026-03-19', '2026-03-20'], makeup: ['2026-03-15', '2026-03-28'], source: 'tests',
})

const DEFINITIONS = 1000
const RUNS = Number(process.env.RUNS ?? 100)

/** A small generator of its own, so that one number names a whole play. */
function drawer(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return (state >> 8) % below
  }
}

describe('what is proved', () => {
  test(`is never reported of ${DEFINITIONS} sound definitions, nor exceeded in ${RUNS} plays of each`, () => {
    let met = 0
    fc.assert(
      fc.property(randomSource, fc.nat(1_000_000), (source, seed) => {
        const { definition, places } = readRandom(source)
        const { worst, paths, problems } = prove(definition, places, randomSurroundings, calendar)
        expect(problems.map(({ code, path, message }) => `${code} at ${path.join('.')}: ${message}`)).toEqual([])
        const draw = drawer(seed)
        let most = 0
        for (let run = 0; run < RUNS; run += 1) {
          const taken = livedThrough(definition, calendar, at('2026-03-02') + draw(40) * 86_400_000, draw, run % 2 ? 'late' : 'mixed')
          if (!taken) continue
          for (const figure of ['trips', 'siteVisits', 'returns', 'workingDays'] as const) {
            expect(taken[figure], `${figure}: ${describePath(paths[figure])}`).toBeLessThanOrEqual(worst[figure])
          }
          most = Math.max(most, taken.workingDays)
        }
        if (most === worst.workingDays) met += 1
      }),
      { numRuns: DEFINITIONS },
    )
    // The figures are not merely safe: many are met to the day by some play.
    expect(met).toBeGreaterThan(DEFINITIONS / 10)
  }, 600_000)
})
