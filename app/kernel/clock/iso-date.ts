const SHAPE = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 86_400_000

/** True for a day of the (proleptic Gregorian) calendar written 'YYYY-MM-DD'; '2026-02-30' is none. */
export function isIsoDate(text: string): boolean {
  if (!SHAPE.test(text)) return false
  const [month, day] = [text.slice(5, 7), text.slice(8)]
  // every month has 28 days; only the rest takes a calendar
  if (month >= '01' && month <= '12' && day >= '01' && day <= '28') return true
  const at = Date.parse(text)
  return !Number.isNaN(at) && isoDate(at / DAY_MS) === text
}

/** Days from 1970-01-01 to an ISO date; NaN if it is none. */
export const dayNumber = (date: string): number => (isIsoDate(date) ? Date.parse(date) / DAY_MS : NaN)

/** The ISO date of a day number between years 0 and 9999. */
export const isoDate = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** 0 Sunday … 6 Saturday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7
