import { type Calendar, dayAt, localDate, startOf } from '#app/kernel/clock/calendar.ts'
import type { Span } from '#app/kernel/clock/span.ts'
import { workingDayAfter } from '#app/kernel/clock/working-day.ts'

import { type Step, type Wrong, wrong } from './example.ts'
import type { Playing } from './playing.ts'
import { timersBefore } from './timers.ts'

const HOUR_MS = 3_600_000
/** Offices open at nine. */
export const OPENING_MS = 9 * HOUR_MS

/** Moves on to the moment a step is done: `after` it was opened (epoch ms), or at once. */
export function goTo(playing: Playing, step: Step, openedAt: number): Wrong | null {
  const { calendar } = playing.setting
  const at = step.after === null ? playing.now : later(calendar, openedAt, step.after)
  if (at === null) return wrong(['after'], 'this lies beyond the days of the calendar')
  const day = localDate(calendar, at)
  if (day < playing.today) return wrong(['after'], `this would be on ${day}, before ${playing.before} on ${playing.today}: list the steps in the order they are done`)
  const missed = timersBefore(playing, at)
  if (missed) return missed
  playing.now = Math.max(playing.now, at)
  return null
}

function later(calendar: Calendar, from: number, { amount, unit }: Span): number | null {
  if (unit === 'h') return from + amount * HOUR_MS
  const day = unit === 'd' ? dayAt(calendar, from) + amount : workingDayAfter(calendar, dayAt(calendar, from), amount)
  return day === null ? null : startOf(calendar, day) + OPENING_MS
}
