import { dayNumber, isoDate, weekdayOf } from '#app/kernel/clock/iso-date.ts'

/** Days of the city, YYYY-MM-DD, both included. */
export type Period = { from: string; to: string }
export type PeriodProblem = 'not_a_date' | 'reversed' | 'too_long'
export type BucketUnit = 'week' | 'month'

/** Three years: more is a slip of the pen, and would be a chart nobody can read. */
export const MOST_DAYS = 1100

/** Weeks are drawn up to this many; longer periods are drawn in months. */
const MOST_WEEKS = 14

export const daysIn = ({ from, to }: Period): number => dayNumber(to) - dayNumber(from) + 1

/** What is wrong with a period, null for nothing. */
export function problemOf(period: Period): PeriodProblem | null {
  const days = daysIn(period)
  if (Number.isNaN(days)) return 'not_a_date'
  if (days < 1) return 'reversed'
  return days > MOST_DAYS ? 'too_long' : null
}

/** As many days, just before: what a period is compared with. */
export function periodBefore(period: Period): Period {
  const first = dayNumber(period.from)
  return { from: isoDate(first - daysIn(period)), to: isoDate(first - 1) }
}

export const presetNames = ['this_month', 'last_month', 'three_months'] as const
export type PresetName = (typeof presetNames)[number]

/** The periods offered by name. `three_months` ends today: from the day after this one three months ago, or from the first of the month after. */
export function presets(today: string): Record<PresetName, Period> {
  const thisMonth = `${today.slice(0, 7)}-01`
  const lastDay = isoDate(dayNumber(thisMonth) - 1)
  const sameDay = dayNumber(monthsLater(thisMonth, -3).slice(0, 8) + today.slice(8))
  const from = Number.isNaN(sameDay) ? monthsLater(thisMonth, -2) : isoDate(sameDay + 1)
  return {
    this_month: { from: thisMonth, to: today },
    last_month: { from: `${lastDay.slice(0, 7)}-01`, to: lastDay },
    three_months: { from, to: today },
  }
}

/** A period in weeks (from Monday) or months; the first and the last may be cut short. */
export function buckets(period: Period): { unit: BucketUnit; parts: Period[] } {
  const unit = daysIn(period) <= MOST_WEEKS * 7 ? 'week' : 'month'
  const parts: Period[] = []
  for (let from = period.from; from <= period.to; ) {
    const next = unit === 'week' ? nextMonday(from) : monthsLater(`${from.slice(0, 7)}-01`, 1)
    const last = isoDate(dayNumber(next) - 1)
    parts.push({ from, to: last < period.to ? last : period.to })
    from = next
  }
  return { unit, parts }
}

function nextMonday(date: string): string {
  const day = dayNumber(date)
  return isoDate(day + ((8 - weekdayOf(day)) % 7 || 7))
}

/** The first of a month, some months later. */
function monthsLater(first: string, months: number): string {
  const count = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`
}
