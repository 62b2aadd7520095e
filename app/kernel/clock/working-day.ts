import { calendarEnds, covers, dayAt, isWorked, startOf, type Calendar, type CalendarProblem } from './calendar.ts'
import { isoDate } from './iso-date.ts'

export type Counted = { ok: true; days: number } | { ok: false; problem: CalendarProblem }

/**
 * Working days (wd) used between two instants (epoch ms, a <= b): the working days d with date(a) < d <= date(b).
 * Civil Code art. 201: the day on which a period begins is not counted; Administrative Licensing Law art. 82: its periods
 * are working days. Additive and monotone; 0 when b < a. Problem: calendar_ends when either date is not covered.
 */
export function workingDaysBetween(calendar: Calendar, a: number, b: number): Counted {
  const [from, to] = [dayAt(calendar, a), dayAt(calendar, b)]
  const missing = [from, to].find((day) => !covers(calendar, day))
  if (missing !== undefined) return { ok: false, problem: calendarEnds(calendar, isoDate(missing)) }
  return { ok: true, days: Math.max(0, workedUpTo(calendar, to) - workedUpTo(calendar, from)) }
}

/**
 * The day number of the n-th working day (n >= 1) after a covered day; null when it lies beyond the calendar.
 * O(log days).
 */
export function workingDayAfter(calendar: Calendar, day: number, n: number): number | null {
  const target = workedUpTo(calendar, day) + n
  const { worked, firstDay } = calendar
  let [low, high] = [day - firstDay + 1, worked.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((worked[middle] ?? 0) < target) low = middle + 1
    else high = middle
  }
  return low < worked.length ? firstDay + low - 1 : null
}

/**
 * When the office's time is over if n working days are left at an instant: the exclusive end of the n-th working day after
 * its date. With none left: the end of that date, or, on a day off, the moment work begins again. Null beyond the calendar.
 */
export function workingTimeOver(calendar: Calendar, at: number, n: number): number | null {
  const day = dayAt(calendar, at)
  if (n > 0) return endOf(calendar, workingDayAfter(calendar, day, n))
  if (isWorked(calendar, day)) return startOf(calendar, day + 1)
  const next = workingDayAfter(calendar, day, 1)
  return next === null ? null : startOf(calendar, next)
}

const endOf = (calendar: Calendar, day: number | null): number | null => (day === null ? null : startOf(calendar, day + 1))

const workedUpTo = (calendar: Calendar, day: number): number => calendar.worked[day - calendar.firstDay + 1] ?? NaN
