import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCalendar, endOfDay, isWorkingDay, localDate, startOfDay } from './calendar.ts'
import { workingDayAfter, workingDaysBetween, workingTimeOver } from './working-day.ts'
import { isoDate } from './iso-date.ts'

const calendar = buildCalendar({
  calendar: 'test',
  version: 2,
  zone: 'America/New_York',
  covers: { from: '2026-01-01', to: '2026-12-31' },
  weekend: ['sat', 'sun'],
  holidays: ['2026-05-01', '2026-05-04', '2026-05-05'],
  makeup: ['2026-05-09'],
  source: 'test',
})

const instant = fc.integer({ min: startOfDay(calendar, '2026-01-01'), max: endOfDay(calendar, '2026-12-31') - 1 })
const between = (a: number, b: number): number => {
  const counted = workingDaysBetween(calendar, a, b)
  return counted.ok ? counted.days : NaN
}

/** Day by day, as one would with a finger on a wall calendar. */
function byFinger(a: number, b: number): number {
  const [from, to] = [localDate(calendar, a), localDate(calendar, b)]
  return calendar.dates.filter((date) => from < date && date <= to && isWorkingDay(calendar, date)).length
}

describe('working days between instants', () => {
  it('are those a finger on the wall calendar counts', () => {
    fc.assert(fc.property(instant, instant, (a, b) => between(Math.min(a, b), Math.max(a, b)) === byFinger(Math.min(a, b), Math.max(a, b))))
  })

  it('add up, and never fall', () => {
    fc.assert(
      fc.property(instant, instant, instant, (...instants) => {
        const [a = 0, b = 0, c = 0] = instants.sort((x, y) => x - y)
        return between(a, b) + between(b, c) === between(a, c) && between(a, b) <= between(a, c)
      }),
    )
  })

  it('are none backwards', () => {
    expect(between(startOfDay(calendar, '2026-06-10'), startOfDay(calendar, '2026-06-01'))).toBe(0)
  })

  it.each(['2025-12-31', '2027-01-01'])('are a problem beyond the calendar: %s', (wanted) => {
    const inside = startOfDay(calendar, '2026-06-01')
    const problem = { code: 'calendar_ends', calendar: 'test', version: 2, firstDay: '2026-01-01', lastDay: '2026-12-31', wanted }
    const [a = 0, b = 0] = [inside, startOfDay(calendar, wanted)].sort((x, y) => x - y)
    expect(workingDaysBetween(calendar, a, b)).toEqual({ ok: false, problem })
  })
})

describe('working time', () => {
  it('is over at the end of the n-th working day', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 260 }), (at, n) => {
        const over = workingTimeOver(calendar, at, n)
        if (over === null) return between(at, endOfDay(calendar, '2026-12-31') - 1) < n
        return between(at, over - 1) === n && isWorkingDay(calendar, localDate(calendar, over - 1))
      }),
    )
  })

  it('with no day left, lasts until the day ends, or until work begins again', () => {
    const over = (date: string): string => localDate(calendar, workingTimeOver(calendar, startOfDay(calendar, date) + 1, 0) ?? NaN)
    expect([over('2026-05-06'), over('2026-05-08'), over('2026-05-10'), over('2026-05-02'), over('2026-05-15')]).toEqual(['2026-05-07', '2026-05-09', '2026-05-11', '2026-05-06', '2026-05-16'])
  })

  it('finds the next working day after a holiday', () => {
    const [day] = [workingDayAfter(calendar, Date.UTC(2026, 3, 30) / 86_400_000, 1)]
    expect(day === null ? null : isoDate(day)).toBe('2026-05-06')
  })
})
