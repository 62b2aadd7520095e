import { isWorkingDay, localDate, startOfDay, type Calendar } from '#app/kernel/clock/calendar.ts'
import type { AlertRule, LookCount, Raised, SecurityKind, UseCount } from '#db/security-store.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** So often in so long is more than work brings about. `by`: counted by whom. */
type Threshold = { rule: AlertRule; kind: SecurityKind; count: number; windowMs: number; by: 'person' | 'network' | 'either' }

export const thresholds: readonly Threshold[] = [
  { rule: 'lookups', kind: 'lookup', count: 10, windowMs: HOUR_MS, by: 'person' },
  { rule: 'denials', kind: 'denied', count: 10, windowMs: HOUR_MS, by: 'either' },
  { rule: 'exports', kind: 'export', count: 10, windowMs: HOUR_MS, by: 'person' },
  { rule: 'sign_in_burst', kind: 'sign_in_failed', count: 20, windowMs: 10 * MINUTE_MS, by: 'either' },
  { rule: 'too_much', kind: 'limited', count: 5, windowMs: HOUR_MS, by: 'either' },
  { rule: 'malware', kind: 'malware', count: 1, windowMs: HOUR_MS, by: 'either' },
]

/** Every stretch of time that `raisedBy` asks about. */
export const windows: readonly number[] = [...new Set(thresholds.map(({ windowMs }) => windowMs))]

/** Whose data one member of staff may look at in an hour before somebody asks. */
export const BULK_SUBJECTS = 40

/** Staff work from seven to eight in the evening: a look before or after, or on a day off, is told. */
export const OFFICE_HOURS = { from: 7, to: 20 } as const

/** What the log's counts of one stretch of time come to. */
export function raisedByUse(uses: readonly UseCount[], windowMs: number, calendar: Calendar): Raised[] {
  return thresholds.flatMap((threshold) => (threshold.windowMs === windowMs ? uses.flatMap((use) => overThreshold(threshold, use, calendar)) : []))
}

function overThreshold({ rule, kind, count, by }: Threshold, use: UseCount, calendar: Calendar): Raised[] {
  const subject = use.person ?? (by === 'person' ? null : use.network)
  if (use.kind !== kind || use.count < count || subject === null) return []
  return [{ rule, subject, day: localDate(calendar, use.last), count: use.count, first: use.first, last: use.last }]
}

/** Staff who looked at the data of very many people within an hour. */
export const raisedByBulk = (looks: readonly LookCount[], calendar: Calendar): Raised[] =>
  looks.filter(({ subjects }) => subjects >= BULK_SUBJECTS).map((look) => raisedBy('bulk_reads', look, calendar))

/** Staff who looked at people's data while the office is closed. @param looks of a stretch short enough to be all in office hours or out of them */
export const raisedByHour = (looks: readonly LookCount[], calendar: Calendar): Raised[] =>
  looks.filter(({ last }) => isOffHours(calendar, last)).map((look) => raisedBy('off_hours', look, calendar))

const raisedBy = (rule: AlertRule, { person, subjects, first, last }: LookCount, calendar: Calendar): Raised => ({ rule, subject: person, day: localDate(calendar, last), count: subjects, first, last })

/** Is it an hour at which nobody works? @param at epoch ms */
export function isOffHours(calendar: Calendar, at: number): boolean {
  const day = localDate(calendar, at)
  const hour = Math.floor((at - startOfDay(calendar, day)) / HOUR_MS)
  return !isWorkingDay(calendar, day) || hour < OFFICE_HOURS.from || hour >= OFFICE_HOURS.to
}
