import type { Actor } from './actor.ts'
import type { CaseState } from './case-state.ts'

/** Is this the person who applied, or one who acts for the company the case is about? */
export function isApplicant(state: Pick<CaseState, 'applicant'>, actor: Actor): boolean {
  if (actor.kind !== 'citizen') return false
  const { person, company } = state.applicant
  return actor.id === person || (company !== null && actor.companies.includes(company))
}
