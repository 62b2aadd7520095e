import type { TFunction } from 'i18next'

import { fieldMessage, problemMessage } from '#app/http/refusal.ts'
import type { FieldProblem, Problem } from '#app/kernel/case/problem.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'
import type { CaseAtDesk } from '#app/use-cases/open-case-at-desk.ts'
import { fieldLabel } from '#app/view/show-value.ts'
import { stepLabel } from '#app/view/step-label.ts'

export type DecisionError = { name: string; text: string }

/** What to choose, where nothing was chosen. */
function missingChoice(t: TFunction, { name, code }: FieldProblem): string | null {
  if (code !== 'missing') return null
  return name === 'items' ? t('desk:decide.items_missing') : name === 'reasons' ? t('desk:decide.reasons_missing') : null
}

/** A refused decision: errors at the fields, or one sentence for the page. */
export function describeRefusal(t: TFunction, found: CaseAtDesk, problem: Problem): { errors: DecisionError[]; message: string | null } {
  if (problem.code === 'invalid') {
    const label = (name: string) => {
      const named = fieldNamed(found.definition, name)
      return named ? `${fieldLabel(t, named)}: ` : ''
    }
    return { errors: problem.fields.map((field) => ({ name: field.name, text: missingChoice(t, field) ?? label(field.name) + fieldMessage(t, field) })), message: null }
  }
  const step = (name: string) => stepLabel(t, found.definition.service, name)
  const names: Record<string, string> = 'other' in problem ? { task: step(problem.task), other: step(problem.other) } : {}
  return { errors: [], message: problemMessage(t, problem, names) }
}
