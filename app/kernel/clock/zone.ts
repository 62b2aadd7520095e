import { Temporal } from 'temporal-polyfill'
import { dayNumber, isoDate } from './iso-date.ts'

/** Slow and always right: what the calendar's tables are built from, and what answers outside them. */

/** Epoch ms at which a day number (days since 1970-01-01) begins in a zone; not midnight where clocks jump over it. */
export const startOfZoneDay = (zone: string, day: number): number => Temporal.PlainDate.from(isoDate(day)).toZonedDateTime(zone).epochMilliseconds

/** The day number in a zone at an instant (epoch ms). */
export const zoneDayAt = (zone: string, at: number): number =>
  dayNumber(Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone).toPlainDate().toString())
