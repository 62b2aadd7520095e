import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Draft } from '#db/store.ts'

import type { Environment } from './environment.ts'
import type { Subjects } from './reading.ts'

/** Whose records a draft reads: of whom it is for, or else of the one who writes it; and of their company. */
export const subjectsOf = (env: Environment, { person, company, behalf }: Pick<Draft, 'person' | 'company' | 'behalf'>): Promise<Subjects> =>
  subjectsFor(env, { person, company, ...(behalf ? { behalf } : {}) })

/** The same of a case. */
export async function subjectsFor(env: Environment, { person, company, behalf }: Pick<CaseState['applicant'], 'person' | 'company' | 'behalf'>): Promise<Subjects> {
  if (behalf?.kind === 'person') return { person: behalf.subject, company }
  return { person: (await env.store.people.find(person))?.subject ?? null, company }
}
