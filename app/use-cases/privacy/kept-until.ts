import { isInForce, type Result } from '#app/kernel/case/case-state.ts'
import { type Calendar, endOfDay } from '#app/kernel/clock/calendar.ts'
import { type RetentionRule, yearsLater } from '#app/kernel/records/retention.ts'

/** Until when what a case holds is kept (epoch ms), and why: null while it goes on, or for ever. */
export type KeptUntil = { at: number | null; because: 'open' | 'years' | 'certificate' | 'for_ever' }

/** An end, and the years after it; longer where a certificate of the case is still in force. */
export function keptUntil(calendar: Calendar, rule: RetentionRule, endedAt: number | null, results: readonly Result[]): KeptUntil {
  if (endedAt === null) return { at: null, because: 'open' }
  if (rule.years === null) return { at: null, because: 'for_ever' }
  const byYears = yearsLater(endedAt, rule.years)
  const inForce = results.filter(isInForce).map(({ validUntil }) => (validUntil === null ? Infinity : endOfDay(calendar, validUntil)))
  const byCertificate = Math.max(0, ...inForce)
  if (byCertificate <= byYears) return { at: byYears, because: 'years' }
  return { at: Number.isFinite(byCertificate) ? byCertificate : null, because: 'certificate' }
}
