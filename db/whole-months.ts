import { dayNumber, isoDate } from '#app/kernel/clock/iso-date.ts'

/** Months, YYYY-MM, from one to the other, and the days up to `headTo` and from `tailFrom` that lie in none of them. Compared as text. */
export type WholeMonths = { monthFrom: string; monthTo: string; headTo: string; tailFrom: string }

/**
 * The months that lie in a period whole, and where what is left of it ends and begins. Without such a month `monthFrom` is after `monthTo`,
 * and the whole period is left before `headTo`. @param from first day, YYYY-MM-DD @param to last day
 */
export function wholeMonths({ from, to }: { from: string; to: string }): WholeMonths {
  const monthFrom = from.endsWith('-01') ? monthOf(from) : monthsLater(from, 1)
  const monthTo = isLastOfMonth(to) ? monthOf(to) : monthsLater(to, -1)
  if (monthFrom > monthTo) return { monthFrom: '1', monthTo: '0', headTo: to, tailFrom: AFTER_ALL }
  // no month has these days: before and after all that it has
  return { monthFrom, monthTo, headTo: `${monthFrom}-00`, tailFrom: `${monthTo}-32` }
}

const AFTER_ALL = '~'

const monthOf = (day: string): string => day.slice(0, 7)

const isLastOfMonth = (day: string): boolean => !isoDate(dayNumber(day) + 1).startsWith(monthOf(day))

/** @returns the month that many months after a day's */
function monthsLater(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}
