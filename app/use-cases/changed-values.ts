import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'
import type { Draft, SourceCount } from '#db/store.ts'

import type { Environment } from './environment.ts'

/**
 * Values of registers that are no longer what the applicant was shown, for the registers' stewards. A register that gave
 * nothing when the draft was opened, or whose value the applicant has put their own beside, has not changed anything.
 * @param changed names, as `freshRecords` found them
 */
export function changedValues(env: Environment, definition: Definition, draft: Draft, changed: readonly string[]): SourceCount[] {
  const day = localDate(env.catalogue.calendar, env.now())
  return changed.flatMap((name): SourceCount[] => {
    const field = fieldNamed(definition, name)
    if (field?.kind !== 'record' || draft.sources[field.register] !== 'read' || draft.answers[name]?.source === 'applicant') return []
    return [{ day, register: field.register, field: `${field.entity}.${field.field}`, kind: 'changed', count: 1 }]
  })
}
