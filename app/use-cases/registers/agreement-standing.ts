import { dayNumber } from '#app/kernel/clock/iso-date.ts'
import type { Agreement } from '#app/kernel/records/agreement.ts'

export type AgreementStanding = 'in_force' | 'ending' | 'expired'

/** So many days before its end a steward should have a new agreement drawn up. */
const NOTICE_DAYS = 90

/** Days for which an agreement still holds, its last day included; none or fewer: it has expired. */
export const daysLeft = ({ until }: Pick<Agreement, 'until'>, today: string): number => dayNumber(until) - dayNumber(today) + 1

/** @param today YYYY-MM-DD */
export function standingOf(agreement: Pick<Agreement, 'until'>, today: string): AgreementStanding {
  const left = daysLeft(agreement, today)
  if (left <= 0) return 'expired'
  return left <= NOTICE_DAYS ? 'ending' : 'in_force'
}
