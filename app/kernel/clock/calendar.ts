import { weekdays, type CalendarSpec } from './calendar-spec.ts'
import { dayNumber, isIsoDate, isoDate, weekdayOf } from './iso-date.ts'
import { startOfZoneDay, zoneDayAt } from './zone.ts'

/**
 * A calendar file as a value. `from` and `to` are its first and last covered day; the tables hold one entry for each
 * covered day and are read through this folder's functions only.
 */
export type Calendar = {
  readonly id: string
  readonly version: number
  readonly zone: string
  readonly from: string
  readonly to: string
  readonly provisionalFrom: string | null
  readonly source: string
  /** Day number (days since 1970-01-01) of `from`. */
  readonly firstDay: number
  /** The covered days as ISO dates. */
  readonly dates: readonly string[]
  /** Epoch ms at which each covered day begins in the zone, and, last, at which the covered time ends. */
  readonly starts: readonly number[]
  /** Working days among the first n covered days, n from 0. */
  readonly worked: readonly number[]
}

/** A date beyond what the calendar covers was needed; `wanted` names it where it is known. Never guessed at. */
export type CalendarProblem = { code: 'calendar_ends'; calendar: string; version: number; firstDay: string; lastDay: string; wanted?: string }

/** The problem of a date the calendar doesn't cover. */
export function calendarEnds(calendar: Calendar, wanted?: string): CalendarProblem {
  const problem: CalendarProblem = { code: 'calendar_ends', calendar: calendar.id, version: calendar.version, firstDay: calendar.from, lastDay: calendar.to }
  return wanted === undefined ? problem : { ...problem, wanted }
}

/** Builds a calendar from a checked file: a few ms a year, so build once. */
export function buildCalendar(spec: CalendarSpec): Calendar {
  const firstDay = dayNumber(spec.covers.from)
  const days = Array.from({ length: dayNumber(spec.covers.to) - firstDay + 1 }, (_, index) => firstDay + index)
  const dates = days.map(isoDate)
  const worked = [0]
  const isWorked = workedBy(spec)
  days.forEach((day, index) => worked.push((worked[index] ?? 0) + (isWorked(day, dates[index] ?? '') ? 1 : 0)))
  return {
    id: spec.calendar,
    version: spec.version,
    zone: spec.zone,
    from: spec.covers.from,
    to: spec.covers.to,
    provisionalFrom: spec.provisional_from ?? null,
    source: spec.source,
    firstDay,
    dates,
    starts: [...days, firstDay + days.length].map((day) => startOfZoneDay(spec.zone, day)),
    worked,
  }
}

/** A make-up day is worked; a holiday and the weekend are not. */
function workedBy(spec: CalendarSpec): (day: number, date: string) => boolean {
  const [holidays, makeup] = [new Set(spec.holidays), new Set(spec.makeup)]
  const weekend = new Set(spec.weekend.map((name) => weekdays.indexOf(name)))
  return (day, date) => makeup.has(date) || (!holidays.has(date) && !weekend.has(weekdayOf(day)))
}

/** The day number at an instant (epoch ms) in the calendar's zone; by table when covered, else by Temporal (slow, right). */
export function dayAt(calendar: Calendar, at: number): number {
  const { starts, firstDay, zone } = calendar
  const last = starts.length - 1
  const [begin, end] = [starts[0] ?? NaN, starts[last] ?? NaN]
  if (!(begin <= at && at < end)) return zoneDayAt(zone, at)
  let index = Math.min(last - 1, Math.floor((at - begin) / 86_400_000))
  // Clock changes put the guess off by one at most.
  while (at < (starts[index] ?? -Infinity)) index -= 1
  while (at >= (starts[index + 1] ?? Infinity)) index += 1
  return firstDay + index
}

/** Epoch ms at which a day number begins in the calendar's zone. */
export const startOf = (calendar: Calendar, day: number): number => calendar.starts[day - calendar.firstDay] ?? startOfZoneDay(calendar.zone, day)

/** The date ('YYYY-MM-DD') at an instant (epoch ms) in the calendar's zone, covered or not. */
export function localDate(calendar: Calendar, at: number): string {
  const day = dayAt(calendar, at)
  return calendar.dates[day - calendar.firstDay] ?? isoDate(day)
}

/** Epoch ms at which a date begins in the calendar's zone, covered or not. */
export const startOfDay = (calendar: Calendar, date: string): number => startOf(calendar, dayNumber(date))

/** Epoch ms at which a date is over, exclusive: the start of the next day. Civil Code art. 203: a period ends at 24:00. */
export const endOfDay = (calendar: Calendar, date: string): number => startOf(calendar, dayNumber(date) + 1)

/** Is the day one the calendar speaks about? */
export const covers = (calendar: Calendar, day: number): boolean => day >= calendar.firstDay && day < calendar.firstDay + calendar.dates.length

/** Is the day number worked? False outside the covered days: nothing is promised there. */
export function isWorked(calendar: Calendar, day: number): boolean {
  const index = day - calendar.firstDay
  return covers(calendar, day) && calendar.worked[index + 1] !== calendar.worked[index]
}

/** Is the date a working day? False outside the covered days and for what is no date. */
export const isWorkingDay = (calendar: Calendar, date: string): boolean => isWorked(calendar, dayNumber(date))

/** May the day (a date, or an instant in ms) still change by a new version of the calendar? */
export function isProvisional(calendar: Calendar, dateOrMs: string | number): boolean {
  const date = typeof dateOrMs === 'number' ? localDate(calendar, dateOrMs) : dateOrMs
  return calendar.provisionalFrom !== null && date >= calendar.provisionalFrom
}

/**
 * The last day of a period of whole years begun at an instant: the same day of the year, or the month's last where there
 * is none (Civil Code art. 202).
 */
export function yearsAfter(calendar: Calendar, at: number, years: number): string {
  const date = localDate(calendar, at)
  const later = String(Number(date.slice(0, 4)) + years).padStart(4, '0') + date.slice(4)
  return isIsoDate(later) ? later : later.replace('-02-29', '-02-28')
}
