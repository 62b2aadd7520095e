import type { TFunction } from 'i18next'

import { fieldMessage } from '#app/http/refusal.ts'
import type { FieldProblem } from '#app/kernel/case/problem.ts'
import type { QuestionType } from '#app/kernel/definition/question-type.ts'

/** What to do about a refused answer; one that is missing is asked for in the way of its kind. */
export function wrongMessage(t: TFunction, { type }: QuestionType, problem: FieldProblem | undefined): string {
  if (!problem) return t('problems:invalid')
  if (problem.code !== 'missing') return fieldMessage(t, problem)
  const code = type === 'file' ? 'not_a_file' : type === 'choice' || type === 'yes_no' ? 'not_a_choice' : 'missing'
  return fieldMessage(t, { ...problem, code })
}
