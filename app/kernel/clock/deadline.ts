import { calendarEnds, type Calendar, type CalendarProblem } from './calendar.ts'
import { measureOf, type Measure, type Ticks } from './measure.ts'
import { type Segment } from './segments.ts'
import { type Span } from './span.ts'

/** `used` and `left` in the span's unit, `left` below 0 when overdrawn; `dueAt` and `yellowAt` in epoch ms. */
export type Deadline = { used: number; left: number; dueAt: number | null; yellowAt: number | null }
export type DeadlineResult = ({ ok: true } & Deadline) | { ok: false; problem: CalendarProblem }

/** Yellow from three quarters on, unless a place says otherwise: the thresholds are not national. */
export const YELLOW_SHARE = 0.75

/**
 * How a span stands that counts the office's time since an instant.
 * @param segments who has had the case; time in other hands doesn't count (Administrative Licensing Law art. 45)
 * @param since epoch ms; its day is not counted (Civil Code art. 201), hours count at once
 * @param now epoch ms; what segments say of later times is not known yet
 * @returns `dueAt`: the exclusive end of the span's last day, projected from an open office segment. While the clock is
 * stopped it is null, unless it had passed before: late stays late. `yellowAt` likewise: the moment used / amount reaches
 * the share. Problem: calendar_ends, when a working day beyond the calendar is needed.
 */
export function deadline(calendar: Calendar, segments: readonly Segment[], since: number, span: Span, now: number, yellowShare = YELLOW_SHARE): DeadlineResult {
  const measure = measureOf(calendar, span.unit)
  const amount = span.amount * measure.ticksPerUnit
  const stretches = officeTime(segments, since, now)
  const used = usedIn(measure, stretches, now)
  if (!used.ok) return used
  const due = find(measure, stretches, amount, measure.over)
  const yellow = find(measure, stretches, Math.max(1, Math.ceil(amount * yellowShare - 1e-9)), measure.reached)
  if (due === 'beyond' || yellow === 'beyond') return { ok: false, problem: calendarEnds(calendar) }
  return { ok: true, used: used.ticks / measure.ticksPerUnit, left: (amount - used.ticks) / measure.ticksPerUnit, dueAt: due, yellowAt: yellow }
}

/** When a span begun at an instant is over if its clock never stops (epoch ms, exclusive). Problem: calendar_ends. */
export function dueAfter(calendar: Calendar, since: number, span: Span): { ok: true; at: number } | { ok: false; problem: CalendarProblem } {
  const result = deadline(calendar, [{ from: since, to: null, whose: 'office' }], since, span, since)
  if (!result.ok) return result
  return result.dueAt === null ? { ok: false, problem: calendarEnds(calendar) } : { ok: true, at: result.dueAt }
}

/** Red from `dueAt` on, yellow from `yellowAt` on (epoch ms); null means not in sight. */
export function light(now: number, yellowAt: number | null, dueAt: number | null): 'green' | 'yellow' | 'red' {
  if (dueAt !== null && now >= dueAt) return 'red'
  return yellowAt !== null && now >= yellowAt ? 'yellow' : 'green'
}

/** A stretch of office time; `to: null` is still running. */
type Stretch = { from: number; to: number | null }

/** The office segments after `since`, as known at `now`. */
function officeTime(segments: readonly Segment[], since: number, now: number): Stretch[] {
  return segments
    .filter(({ whose, from, to }) => whose === 'office' && from <= now && (to === null || to > since))
    .map(({ from, to }) => ({ from: Math.max(from, since), to: to === null || to > now ? null : to }))
}

function usedIn(measure: Measure, stretches: readonly Stretch[], now: number): Ticks {
  let ticks = 0
  for (const { from, to } of stretches) {
    const counted = measure.between(from, to ?? Math.max(from, now))
    if (!counted.ok) return counted
    ticks += counted.ticks
  }
  return { ok: true, ticks }
}

/** The instant at which `ticks` of office time are reached or over, null while the clock is stopped before it. */
function find(measure: Measure, stretches: readonly Stretch[], ticks: number, instant: Measure['over']): number | null | 'beyond' {
  let left = ticks
  for (const { from, to } of stretches) {
    const at = instant(from, left)
    if (to === null) return at ?? 'beyond'
    if (at !== null && at <= to) return at
    const counted = measure.between(from, to)
    left -= counted.ok ? counted.ticks : 0
  }
  return null
}
