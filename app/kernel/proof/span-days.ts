import type { Calendar } from '#app/kernel/clock/calendar.ts'
import type { Span } from '#app/kernel/clock/span.ts'

/**
 * The most working days a span can hold, wherever in the calendar it begins. A clock that stops in between can leave out
 * the days off, so that calendar days count in full where they are fewer than a week; the days of a working week never
 * exceed what a whole stretch of the calendar holds.
 */
export function mostWorkingDays(span: Span, calendar: Calendar): number {
  if (span.unit === 'wd') return span.amount
  const days = span.unit === 'd' ? span.amount : Math.ceil(span.amount / 24)
  return mostIn(calendar, days).workingDays
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
