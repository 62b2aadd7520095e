import type { Calendar } from '#app/kernel/clock/calendar.ts'
import { light } from '#app/kernel/clock/deadline.ts'
import { workingDaysBetween } from '#app/kernel/clock/working-day.ts'
import type { LightFilter } from '#db/store.ts'

/** How something due stands: its light, and working days left (0: due today; below 0: overdue; null: the clock is stopped). */
export type TimeLeft = { light: LightFilter; days: number | null }

/** @param due instants (epoch ms), null while the clock is stopped */
export function timeLeft(calendar: Calendar, now: number, due: { yellowAt: number | null; dueAt: number | null }): TimeLeft {
  if (due.dueAt === null) return { light: 'stopped', days: null }
  const late = now >= due.dueAt
  // Due is the end of a day: the day itself still counts as today.
  const last = due.dueAt - 1
  const counted = late ? workingDaysBetween(calendar, last, now) : workingDaysBetween(calendar, now, last)
  const days = counted.ok ? counted.days : 0
  return { light: light(now, due.yellowAt, due.dueAt), days: late ? -Math.max(1, days) : days }
}
