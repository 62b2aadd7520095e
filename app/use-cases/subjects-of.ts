import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Draft, StoredPerson } from '#db/store.ts'

import type { Environment } from './environment.ts'
import { findPerson } from './find-person.ts'
import type { Subjects } from './reading.ts'

/**
 * Whose records a draft reads: of whom it is for, or else of the one who writes it; and of their company.
 * @param known who is asking, when that was read already
 */
export const subjectsOf = (env: Environment, { person, company, behalf }: Pick<Draft, 'person' | 'company' | 'behalf'>, known: StoredPerson | null = null): Promise<Subjects> =>
  subjectsFor(env, { person, company, ...(behalf ? { behalf } : {}) }, known)

/** The same of a case. */
export async function subjectsFor(env: Environment, { person, company, behalf }: Pick<CaseState['applicant'], 'person' | 'company' | 'behalf'>, known: StoredPerson | null = null): Promise<Subjects> {
  if (behalf?.kind === 'person') return { person: behalf.subject, company }
  return { person: (await findPerson(env, person, known))?.subject ?? null, company }
}
