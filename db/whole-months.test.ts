import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isoDate } from '#app/kernel/clock/iso-date.ts'

import { wholeMonths } from './whole-months.ts'

/** Some years around a leap year. */
const FIRST = 18_262
const dayIn = fc.integer({ min: 0, max: 1500 }).map((day) => FIRST + day)

/** How often a day is counted: with its month, and by itself. */
function timesCounted(day: string, from: string, to: string): number {
  const { monthFrom, monthTo, headTo, tailFrom } = wholeMonths({ from, to })
  const within = (one: string, first: string, last: string): number => Number(one >= first && one <= last)
  return within(day.slice(0, 7), monthFrom, monthTo) + within(day, from, headTo) + within(day, tailFrom, to)
}

describe('a period of whole months and days', () => {
  it('counts every day of it once, and no other', () => {
    fc.assert(fc.property(dayIn, dayIn, (first, last) => {
      const [from, to] = [isoDate(first), isoDate(last)]
      for (let day = FIRST - 40; day < FIRST + 1540; day += 1) expect(timesCounted(isoDate(day), from, to)).toBe(Number(day >= first && day <= last))
    }), { numRuns: 40 })
  })

  it.each([
    ['2026-03-01', '2026-03-31', '2026-03', '2026-03'],
    ['2024-02-01', '2024-02-29', '2024-02', '2024-02'],
    ['2025-12-02', '2026-02-27', '2026-01', '2026-01'],
    ['2025-12-01', '2026-01-30', '2025-12', '2025-12'],
    ['0000-01-01', '9999-12-31', '0000-01', '9999-12'],
  ])('takes as many whole months as there are from %s to %s', (from, to, monthFrom, monthTo) => expect(wholeMonths({ from, to })).toMatchObject({ monthFrom, monthTo }))

  it.each([
    ['2026-03-02', '2026-03-31'],
    ['2026-02-01', '2026-02-27'],
    ['2026-03-15', '2026-01-10'],
  ])('takes none from %s to %s', (from, to) => {
    const { monthFrom, monthTo } = wholeMonths({ from, to })
    expect(monthFrom > monthTo).toBe(true)
  })
})
