import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { buildCalendar, isProvisional, localDate, startOfDay } from './calendar.ts'
import { calendarSpecSchema } from './calendar-spec.ts'
import { deadline, dueAfter } from './deadline.ts'
import { switchClock } from './segments.ts'
import { workingDaysBetween } from './working-day.ts'

/** The shipped calendar and the law, day by day. Dates from the State Council's notices for 2025 and 2026. */
const calendar = buildCalendar(calendarSpecSchema.parse(parse(readFileSync(new URL('../../../workflows/calendars/qinghe.yaml', import.meta.url), 'utf8'))))
const at = (date: string, hour = 10): number => startOfDay(calendar, date) + hour * 3_600_000

/** The last day of a period, begun at ten in the morning. */
function lastDay(from: string, amount: number): string {
  const due = dueAfter(calendar, at(from), { amount, unit: 'wd' })
  return due.ok ? localDate(calendar, due.at - 1) : due.problem.code
}

describe('periods by law', () => {
  it('a day begins at midnight in Qinghe', () => {
    expect(startOfDay(calendar, '2026-03-02')).toBe(Date.parse('2026-03-02T00:00:00+08:00'))
  })

  it.each([
    ['20 working days from a Monday without holidays', '2026-03-02', 20, '2026-03-30'],
    ['accepted on a Friday evening, the first day is Monday', '2026-03-06', 1, '2026-03-09'],
    ['accepted on a Saturday, the first day is Monday', '2026-03-07', 1, '2026-03-09'],
    ['the make-up Saturday before the Spring Festival is worked', '2026-02-13', 1, '2026-02-14'],
    ['nine days of Spring Festival 2026 are not', '2026-02-14', 1, '2026-02-24'],
    ['five days from 12 February 2026 take in both make-up days', '2026-02-12', 7, '2026-02-28'],
    ['National Day 2026: from 30 September straight to 8 October', '2026-09-30', 1, '2026-10-08'],
    ['and the make-up Saturday after it counts', '2026-09-30', 3, '2026-10-10'],
    ['the make-up Sunday before it counts', '2026-09-18', 1, '2026-09-20'],
    ['New Year 2026: the Sunday after it is worked', '2025-12-31', 1, '2026-01-04'],
    ['decision within 20 working days across both holidays of autumn 2026', '2026-09-14', 20, '2026-10-16'],
    ['joint handling, 45 working days from the first of 2026', '2026-01-05', 45, '2026-03-13'],
    ['Spring Festival 2027, provisionally', '2027-02-04', 1, '2027-02-09'],
  ])('%s', (_case, from, amount, last) => {
    expect(lastDay(from, amount)).toBe(last)
  })

  it('corrections asked for do not eat the promise', () => {
    const accepted = switchClock([], at('2026-09-28'), 'office')
    const segments = switchClock(switchClock(accepted, at('2026-09-30'), 'applicant'), at('2026-10-09'), 'office')
    const result = deadline(calendar, segments, at('2026-09-28'), { amount: 5, unit: 'wd' }, at('2026-10-09'))
    expect(result).toMatchObject({ used: 2, left: 3 })
    // Saturday the 10th is worked, then Monday and Tuesday.
    expect(result.ok && localDate(calendar, (result.dueAt ?? 0) - 1)).toBe('2026-10-13')
  })

  it.each([['2025', 248], ['2026', 248]])('%s has %s working days', (year, days) => {
    expect(workingDaysBetween(calendar, at(`${year}-01-01`), at(`${year}-12-31`))).toEqual({ ok: true, days })
  })

  it('2027 is provisional; 2028 is a problem, not a guess', () => {
    expect([isProvisional(calendar, '2026-12-31'), isProvisional(calendar, '2027-01-01')]).toEqual([false, true])
    expect(lastDay('2027-12-31', 1)).toBe('calendar_ends')
  })
})
