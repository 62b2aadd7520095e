import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { buildCalendar, endOfDay, isProvisional, isWorkingDay, localDate, startOfDay, yearsAfter, type Calendar } from './calendar.ts'

const calendarIn = (zone: string): Calendar =>
  buildCalendar({
    calendar: 'test',
    version: 1,
    zone,
    covers: { from: '2024-01-01', to: '2026-12-31' },
    provisional_from: '2026-01-01',
    weekend: ['sat', 'sun'],
    holidays: ['2026-01-01'],
    makeup: ['2026-01-04'],
    source: 'test',
  })

// From before the covered days until after them.
const instant = fc.integer({ min: Date.UTC(2023, 10), max: Date.UTC(2027, 2) })
const temporalDate = (zone: string, at: number): string => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()

describe.each(['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'America/Santiago'])('local dates in %s', (zone) => {
  const calendar = calendarIn(zone)

  it('are those of Temporal', () => {
    fc.assert(fc.property(instant, (at) => localDate(calendar, at) === temporalDate(zone, at)), { numRuns: 1000 })
  })

  it('hold for every instant from the start of a day to its end', () => {
    for (const date of calendar.dates) {
      const [start, end] = [startOfDay(calendar, date), endOfDay(calendar, date)]
      expect([localDate(calendar, start - 1) < date, localDate(calendar, start), localDate(calendar, end - 1), localDate(calendar, end) > date]).toEqual([true, date, date, true])
    }
  })
})

describe('a calendar', () => {
  const calendar = calendarIn('Asia/Shanghai')

  it('knows days of 23 and 25 hours', () => {
    const berlin = calendarIn('Europe/Berlin')
    const hours = ['2026-03-29', '2026-10-25', '2026-06-01'].map((date) => (endOfDay(berlin, date) - startOfDay(berlin, date)) / 3_600_000)
    expect(hours).toEqual([23, 25, 24])
  })

  it.each([
    ['2026-01-01', false],
    ['2026-01-02', true],
    ['2026-01-03', false],
    ['2026-01-04', true],
    ['2027-01-04', false],
    ['2026-02-30', false],
    ['someday', false],
  ])('says of %s that it is worked: %s', (date, expected) => {
    expect(isWorkingDay(calendar, date)).toBe(expected)
  })

  it('tells provisional days, by date or instant', () => {
    const newYear = startOfDay(calendar, '2026-01-01')
    expect([newYear - 1, newYear, '2025-12-31', '2026-01-01'].map((day) => isProvisional(calendar, day))).toEqual([false, true, false, true])
  })

  it('counts years to the same day, or to the end of February (Civil Code art. 202)', () => {
    const leapDay = startOfDay(calendar, '2024-02-29')
    expect([yearsAfter(calendar, leapDay, 1), yearsAfter(calendar, leapDay, 4), yearsAfter(calendar, startOfDay(calendar, '2026-07-01'), 3)]).toEqual(['2025-02-28', '2028-02-29', '2029-07-01'])
  })

  it('answers 100,000 local dates in well under a second', () => {
    const start = performance.now()
    for (let count = 0; count < 100_000; count += 1) localDate(calendar, Date.UTC(2024, 5) + count * 500_000)
    expect(performance.now() - start).toBeLessThan(500)
  })
})
