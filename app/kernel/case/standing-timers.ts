import { type Calendar, endOfDay, startOf } from '#app/kernel/clock/calendar.ts'
import { dayNumber } from '#app/kernel/clock/iso-date.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { autoNode } from '#app/kernel/definition/nodes.ts'

import { type CaseState, isInForce, isSuspended, type Result } from './case-state.ts'
import type { Timer } from './deadlines.ts'

/**
 * What becomes of results by itself, also after the end of the case: what is set aside holds again once its last day is
 * over, and the applicant is told on the first day on which a certificate can be renewed. No working days are counted,
 * so this reaches beyond the calendar.
 */
export function standingTimers(definition: Definition, state: CaseState, calendar: Calendar): Timer[] {
  const days = state.results.filter(isSuspended).map(({ suspendedUntil }) => String(suspendedUntil))
  const suspensions = [...new Set(days)].map((day) => ({ key: `suspension:${day}`, dueAt: endOfDay(calendar, day) - 1 }))
  const isGranted = state.end === 'granted' || state.end === 'partly_granted'
  return [...suspensions, ...(isGranted ? state.results.flatMap((result) => renewal(definition, result, calendar) ?? []) : [])]
}

/** Never for a certificate that was taken back or has run out; for one that is set aside, once it holds again. */
function renewal(definition: Definition, result: Result, calendar: Calendar): Timer | null {
  const { auto, validUntil, suspendedUntil, renewalOfferedAt } = result
  const before = daysBefore(definition, auto)
  if (!isInForce(result) || validUntil === null || before === null || renewalOfferedAt !== undefined) return null
  const opens = startOf(calendar, dayNumber(validUntil) - before)
  const dueAt = suspendedUntil == null ? opens : Math.max(opens, endOfDay(calendar, suspendedUntil))
  return dueAt < endOfDay(calendar, validUntil) ? { key: `renewal:${auto}`, dueAt } : null
}

function daysBefore(definition: Definition, auto: string): number | null {
  const makes = autoNode(definition, auto)?.makes
  return makes?.kind === 'certificate' ? makes.renewBeforeDays : null
}
