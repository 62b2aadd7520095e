import { dayAt, startOf, type Calendar, type CalendarProblem } from './calendar.ts'
import { type Span } from './span.ts'
import { workingDayAfter, workingDaysBetween, workingTimeOver } from './working-day.ts'

const HOUR_MS = 3_600_000

export type Ticks = { ok: true; ticks: number } | { ok: false; problem: CalendarProblem }

/** How one unit is counted. A tick is a day, or for hours a millisecond; instants are epoch ms; null lies beyond the calendar. */
export type Measure = {
  ticksPerUnit: number
  /** Ticks used from one instant to a later one. */
  between: (a: number, b: number) => Ticks
  /** The instant at which the n-th tick after an instant begins to count as used. */
  reached: (from: number, n: number) => number | null
  /** The instant from which more than n ticks after an instant are gone. */
  over: (from: number, n: number) => number | null
}

/** The measure of a span's unit. Days begin with the day after the first (Civil Code art. 201), hours at once. */
export function measureOf(calendar: Calendar, unit: Span['unit']): Measure {
  switch (unit) {
    case 'wd':
      return workingDays(calendar)
    case 'd':
      return calendarDays(calendar)
    case 'h':
      return HOURS
    default:
      return unit satisfies never
  }
}

function workingDays(calendar: Calendar): Measure {
  return {
    ticksPerUnit: 1,
    between: (a, b) => {
      const counted = workingDaysBetween(calendar, a, b)
      return counted.ok ? { ok: true, ticks: counted.days } : counted
    },
    reached: (from, n) => {
      const day = workingDayAfter(calendar, dayAt(calendar, from), n)
      return day === null ? null : startOf(calendar, day)
    },
    over: (from, n) => workingTimeOver(calendar, from, n),
  }
}

/** Needs a zone but no list of holidays, so it never ends. */
function calendarDays(calendar: Calendar): Measure {
  return {
    ticksPerUnit: 1,
    between: (a, b) => ({ ok: true, ticks: Math.max(0, dayAt(calendar, b) - dayAt(calendar, a)) }),
    reached: (from, n) => startOf(calendar, dayAt(calendar, from) + n),
    over: (from, n) => startOf(calendar, dayAt(calendar, from) + n + 1),
  }
}

const HOURS: Measure = {
  ticksPerUnit: HOUR_MS,
  between: (a, b) => ({ ok: true, ticks: Math.max(0, b - a) }),
  reached: (from, n) => from + n,
  over: (from, n) => from + n,
}
