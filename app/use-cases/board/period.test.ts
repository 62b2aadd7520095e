import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { dayNumber, isoDate } from '#app/kernel/clock/iso-date.ts'

import { buckets, daysIn, MOST_DAYS, periodBefore, presets, problemOf } from './period.ts'

const days = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2030-12-31') })
const period = fc.tuple(days, fc.integer({ min: 0, max: MOST_DAYS - 1 })).map(([from, length]) => ({ from: isoDate(from), to: isoDate(from + length) }))

describe('a period', () => {
  it.each([
    [{ from: '2026-03-01', to: '2026-03-01' }, null],
    [{ from: '2026-03-02', to: '2026-03-01' }, 'reversed'],
    [{ from: '2026-02-30', to: '2026-03-01' }, 'not_a_date'],
    [{ from: '', to: '2026-03-01' }, 'not_a_date'],
    [{ from: '2020-01-01', to: '2026-03-01' }, 'too_long'],
  ])('%j has the problem %s', (wanted, problem) => expect(problemOf(wanted)).toBe(problem))

  it('is compared with as many days just before it', () => {
    expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-29', to: '2026-02-28' })
    fc.assert(fc.property(period, (one) => daysIn(periodBefore(one)) === daysIn(one)))
  })

  it('is cut into parts that follow each other and fill it', () => {
    fc.assert(
      fc.property(period, (one) => {
        const { parts } = buckets(one)
        expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([one.from, one.to])
        parts.slice(1).forEach((part, index) => expect(dayNumber(part.from)).toBe(dayNumber(parts[index]?.to ?? '') + 1))
        expect(parts.length).toBeLessThanOrEqual(38)
      }),
    )
  })

  it('is cut on Mondays when short, on the first of the month when long', () => {
    expect(buckets({ from: '2026-11-11', to: '2026-11-24' })).toEqual({
      unit: 'week',
      parts: [{ from: '2026-11-11', to: '2026-11-15' }, { from: '2026-11-16', to: '2026-11-22' }, { from: '2026-11-23', to: '2026-11-24' }],
    })
    const { unit, parts } = buckets({ from: '2025-11-20', to: '2026-03-02' })
    expect([unit, parts.map(({ from }) => from)]).toEqual(['month', ['2025-11-20', '2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01']])
  })
})

describe('the usual periods', () => {
  it('are this month, last month and three months up to today', () => {
    expect(presets('2026-11-22')).toEqual({
      this_month: { from: '2026-11-01', to: '2026-11-22' },
      last_month: { from: '2026-10-01', to: '2026-10-31' },
      three_months: { from: '2026-08-23', to: '2026-11-22' },
    })
  })

  it('go back over the new year, and from days that a month lacks', () => {
    expect(presets('2026-01-15').last_month).toEqual({ from: '2025-12-01', to: '2025-12-31' })
    expect(presets('2026-02-10').three_months.from).toBe('2025-11-11')
    expect(presets('2026-05-31').three_months.from).toBe('2026-03-01')
  })
})
