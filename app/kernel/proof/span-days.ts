import type { Calendar } from '#app/kernel/clock/calendar.ts'
import type { Span } from '#app/kernel/clock/span.ts'

/**
 * The most working days a span can hold, wherever in the calendar it begins.
 * @param broken may the clock stop while the span runs, because somebody waits for the applicant in another branch?
 * Then it can stop over all days off, and every day of the span can be a working day.
 */
export function mostWorkingDays(span: Span, calendar: Calendar, broken: boolean): number {
  if (span.unit === 'wd') return span.amount
  const days = span.unit === 'd' ? span.amount : Math.ceil(span.amount / 24)
  return broken ? days : mostIn(calendar, days).workingDays
}

type Stretch = { workingDays: number; after: string }
const found = new WeakMap<Calendar, Map<number, Stretch>>()

/** The stretch of so many calendar days that holds the most working days, and the day (YYYY-MM-DD) before it begins. */
export function mostIn(calendar: Calendar, days: number): Stretch {
  const known = found.get(calendar) ?? new Map<number, Stretch>()
  found.set(calendar, known)
  const stretch = known.get(days) ?? search(calendar, days)
  known.set(days, stretch)
  return stretch
}

function search(calendar: Calendar, days: number): Stretch {
  let most = { workingDays: 0, after: calendar.from }
  for (let first = 0; first + days < calendar.worked.length - 1; first += 1) {
    // (from, to]: the day on which a period begins is not counted (Civil Code art. 201).
    const workingDays = (calendar.worked[first + 1 + days] ?? 0) - (calendar.worked[first + 1] ?? 0)
    if (workingDays > most.workingDays) most = { workingDays, after: calendar.dates[first] ?? calendar.from }
  }
  return most
}
