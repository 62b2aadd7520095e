import { type Calendar, type CalendarProblem } from './calendar.ts'
import { workingDaysBetween } from './working-day.ts'

/** On whom the case waits. The clock counts the office's time only. */
export type Whose = 'office' | 'applicant' | 'other'

/** Time in one hand, epoch ms; `to: null` runs on. Segments follow each other and never overlap. */
export type Segment = { from: number; to: number | null; whose: Whose }

/**
 * Hands the case over at an instant: closes the open segment, opens one of `whose`. Never backwards: an earlier instant
 * counts as the last one known. A segment without length is dropped, equal neighbours are one.
 */
export function switchClock(segments: readonly Segment[], at: number, whose: Whose): Segment[] {
  const from = notBefore(segments, at)
  const before = stopClock(segments, from)
  const last = before.at(-1)
  if (last?.whose === whose && last.to === from) return [...before.slice(0, -1), { ...last, to: null }]
  return [...before, { from, to: null, whose }]
}

/** Closes the open segment, if there is one; nobody's time runs until the next switch. Never backwards. */
export function stopClock(segments: readonly Segment[], at: number): Segment[] {
  const last = segments.at(-1)
  if (!last || last.to !== null) return [...segments]
  const to = notBefore(segments, at)
  return to === last.from ? segments.slice(0, -1) : [...segments.slice(0, -1), { ...last, to }]
}

function notBefore(segments: readonly Segment[], at: number): number {
  const last = segments.at(-1)
  return last ? Math.max(at, last.to ?? last.from) : at
}

export type Elapsed = { ok: true; days: Record<Whose, number> } | { ok: false; problem: CalendarProblem }

/**
 * Working days (wd) each has had the case up to `now`. A day on which it changes hands belongs to who gave it away, since
 * days are counted in (from, to]; so the segments' sum is the count over the whole. Problem: calendar_ends.
 */
export function elapsed(calendar: Calendar, segments: readonly Segment[], now: number): Elapsed {
  const days: Record<Whose, number> = { office: 0, applicant: 0, other: 0 }
  for (const { from, to, whose } of segments) {
    if (from >= now) continue
    const counted = workingDaysBetween(calendar, from, Math.min(to ?? now, now))
    if (!counted.ok) return counted
    days[whose] += counted.days
  }
  return { ok: true, days }
}
