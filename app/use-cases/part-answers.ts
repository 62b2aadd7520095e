import { system } from '#app/kernel/case/actor.ts'
import type { Answers } from '#app/kernel/case/answer.ts'
import type { Applicant, CaseState } from '#app/kernel/case/case-state.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'
import type { PartRow } from '#db/part-store.ts'

import type { Environment } from './environment.ts'
import { readRecords } from './read-records.ts'
import { readingForCase } from './reading.ts'
import { subjectsFor } from './subjects-of.ts'

/** The applicant of the whole, for the company that the part is for, if it is for one. */
export function partApplicant(whole: Definition, { applicant, answers }: CaseState, { company }: PartRow): Applicant {
  if (company === null || company === applicant.company) return company === null ? { ...applicant, company: null, companyName: null } : applicant
  const named = Object.values(whole.data).find((field) => field.concept === 'company_name' && answers[field.name])
  return { ...applicant, company, companyName: named ? String(answers[named.name]?.value ?? company) : company }
}

/**
 * The answers a part begins with: those the whole has under the same names, and from registers what it does not have
 * (a company's records, which may be as new as the part before). Where only a register may answer, the register's value
 * counts, whatever was typed for the whole. What a desk set in another part counts like a record.
 */
export async function partAnswers(env: Environment, definition: Definition, parent: CaseState, { company }: PartRow): Promise<Answers> {
  const subjects = { ...(await subjectsFor(env, parent.applicant)), company }
  const reading = readingForCase(definition, system, subjects, parent)
  const held = await readRecords(env, definition, subjects, reading, (register) => parent.sources?.[register] !== 'declined')
  const own = Object.entries(parent.answers).filter(([name, answer]) => {
    const field = fieldNamed(definition, name)
    const typed = answer.source === 'applicant' || answer.source === 'promised'
    const locked = field?.kind === 'record' && !field.editable && (held.answers[name] !== undefined || field.optional)
    return (answer.value !== null || answer.source === 'promised') && !(typed && locked)
  })
  return { ...held.answers, ...Object.fromEntries(own) }
}
