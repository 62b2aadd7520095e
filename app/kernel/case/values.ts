import { localDate } from '#app/kernel/clock/calendar.ts'
import { TODAY } from '#app/kernel/definition/condition-of.ts'

import { type Answers, type Value, valuesOf } from './answer.ts'
import type { CaseState } from './case-state.ts'
import type { Context } from './context.ts'

/** What conditions read before there is a case: the answers and today. */
export function draftValues(answers: Answers, context: Pick<Context, 'calendar' | 'now'>): Record<string, Value> {
  return { ...valuesOf(answers), [TODAY]: localDate(context.calendar, context.now) }
}

/** What conditions read of a case: answers, the latest outcome of each task, today. */
export function caseValues(state: CaseState, context: Pick<Context, 'calendar' | 'now'>): Record<string, Value> {
  const outcomes = Object.values(state.tasks)
    .sort((a, b) => a.round - b.round)
    .map((task) => [task.name, task.outcome] as const)
  return { ...draftValues(state.answers, context), ...Object.fromEntries(outcomes) }
}
