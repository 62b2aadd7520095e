import type { Definition } from '#app/kernel/definition/definition.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'

import type { CaseState } from './case-state.ts'

/** Names of the materials that the applicant has promised to bring and not brought yet. */
export function owedNames(definition: Definition, state: Pick<CaseState, 'answers'>): string[] {
  return Object.entries(state.answers).flatMap(([name, answer]) => {
    const field = fieldNamed(definition, name)
    const tolerable = (field?.kind === 'question' || field?.kind === 'record') && field.tolerable
    return tolerable && answer.source === 'promised' ? [name] : []
  })
}
