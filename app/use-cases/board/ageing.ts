import { type Calendar, startOfDay } from '#app/kernel/clock/calendar.ts'
import { workingDaysBetween } from '#app/kernel/clock/working-day.ts'
import type { OpenCaseRow } from '#db/store.ts'

/** Open cases so old; `to` null: and older. */
export type AgeBand = { from: number; to: number | null; count: number }

const bands: readonly Omit<AgeBand, 'count'>[] = [
  { from: 0, to: 5 },
  { from: 6, to: 10 },
  { from: 11, to: 20 },
  { from: 21, to: null },
]

/** Open cases by working days since they were submitted, whosever time it was. */
export function ageing(rows: readonly Pick<OpenCaseRow, 'submittedDay' | 'count'>[], today: string, calendar: Calendar): AgeBand[] {
  const aged = rows.map(({ submittedDay, count }) => ({ count, age: ageOf(submittedDay, today, calendar) }))
  return bands.map(({ from, to }) => ({
    from,
    to,
    count: aged.reduce((sum, { age, count }) => (age >= from && (to === null || age <= to) ? sum + count : sum), 0),
  }))
}

/** What was submitted before the calendar's first day counts as older than all. */
function ageOf(submittedDay: string, today: string, calendar: Calendar): number {
  const counted = workingDaysBetween(calendar, startOfDay(calendar, submittedDay), startOfDay(calendar, today))
  return counted.ok ? counted.days : Infinity
}
