import type { Definition, TaskNode } from '#app/kernel/definition/definition.ts'

import type { CaseState } from './case-state.ts'
import { applicableFields, isAsked } from './check-application.ts'
import type { Context } from './context.ts'
import { desksFor } from './desks-for.ts'
import { isSeenBy } from './seen-by.ts'
import { caseValues } from './values.ts'

/** What a task may ask the applicant to give again: what they gave themselves and this desk may see. */
export function returnableNames(definition: Definition, state: CaseState, node: TaskNode, when: Pick<Context, 'calendar' | 'now'>): string[] {
  const desks = desksFor(definition, node, caseValues(definition, state, when))
  return applicableFields(definition, state.answers, when)
    .filter((field) => isAsked(field, state.answers[field.name]) && desks.some((desk) => isSeenBy(field, desk)))
    .map((field) => field.name)
}
