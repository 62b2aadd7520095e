import { z } from 'zod'
import { dayNumber, isIsoDate, isoDate, weekdayOf } from './iso-date.ts'

/** Days of the week as a calendar file writes them, Sunday first as in JS. */
export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** More days than this is a slip of the pen: some forty years. */
const MOST_DAYS = 15_000

const date = z.string().refine(isIsoDate, 'write a date of the calendar as YYYY-MM-DD')
const zone = z.string().max(64).refine(isZone, 'write a time zone such as Asia/Shanghai')

/**
 * A calendar file, `workflows/calendars/<id>.yaml`: which days are worked, for the dates it covers. Days after
 * `provisional_from` may still change, by a new version of the file.
 */
export const calendarSpecSchema = z
  .strictObject({
    calendar: z.string().regex(/^[a-z][a-z0-9_-]{0,63}$/, 'write the id in small letters, as the file is named'),
    version: z.int().min(1),
    zone,
    covers: z.strictObject({ from: date, to: date }),
    provisional_from: date.optional(),
    weekend: z.array(z.enum(weekdays)).max(6),
    holidays: z.array(date),
    makeup: z.array(date),
    source: z.string().min(1),
  })
  .superRefine((spec, context) => {
    for (const { path, message } of contradictions(spec)) context.addIssue({ code: 'custom', path, message })
  })

export type CalendarSpec = z.infer<typeof calendarSpecSchema>

type Contradiction = { path: (string | number)[]; message: string }

/** What no single field shows: dates outside what is covered, twice, on both lists, or of the wrong weekday. */
function contradictions(spec: CalendarSpec): Contradiction[] {
  const { from, to } = spec.covers
  if (from > to) return [{ path: ['covers', 'to'], message: 'the last covered day lies before the first' }]
  const covered = (day: string): boolean => from <= day && day <= to
  const provisional = spec.provisional_from
  return [
    ...(dayNumber(to) - dayNumber(from) > MOST_DAYS ? [{ path: ['covers', 'to'], message: `a calendar covers at most ${MOST_DAYS} days` }] : []),
    ...(provisional !== undefined && !covered(provisional) ? [{ path: ['provisional_from'], message: 'not a covered day' }] : []),
    ...contradictionsOf('holidays', spec.holidays, covered),
    ...contradictionsOf('makeup', spec.makeup, covered),
    ...spec.makeup.flatMap((day, index) => makeupContradiction(spec, day).map((message) => ({ path: ['makeup', index], message }))),
  ]
}

function contradictionsOf(key: 'holidays' | 'makeup', days: readonly string[], covered: (day: string) => boolean): Contradiction[] {
  return days.flatMap((day, index) => {
    const path = [key, index]
    if (!covered(day)) return [{ path, message: `${day} is not a covered day` }]
    return days.indexOf(day) < index ? [{ path, message: `${day} is listed twice` }] : []
  })
}

function makeupContradiction(spec: CalendarSpec, day: string): string[] {
  if (spec.holidays.includes(day)) return [`${day} is both a holiday and a make-up day`]
  const weekday = weekdays[weekdayOf(dayNumber(day))]
  return weekday !== undefined && spec.weekend.includes(weekday) ? [] : [`${isoDate(dayNumber(day))} is worked anyway: a make-up day falls on the weekend`]
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null
  } catch {
    return false
  }
}
