import type { Actor } from './actor.ts'
import type { CaseState } from './case-state.ts'

/**
 * Is this the person who applied, or one who acts for the company or the person the case is about? Who applied on
 * somebody's behalf is so only while the mandate holds.
 */
export function isApplicant(state: Pick<CaseState, 'applicant' | 'service'>, actor: Actor): boolean {
  if (actor.kind !== 'citizen') return false
  const { person, company, behalf } = state.applicant
  if (company !== null && actsFor(actor, company, state.service)) return true
  return behalf ? actsFor(actor, behalf.subject, state.service) : actor.id === person
}

/** May they act for this person or company in this service: as its head, or under a mandate that is in force? */
export function actsFor(actor: Actor & { kind: 'citizen' }, subject: string, service: string): boolean {
  if (actor.companies.includes(subject)) return true
  return (actor.mandates ?? []).some((mandate) => mandate.subject === subject && (mandate.services === null || mandate.services.includes(service)))
}
