import type { TFunction } from 'i18next'

import { fieldMessage } from '#app/http/refusal.ts'
import type { FieldProblem } from '#app/kernel/case/problem.ts'

export type ReasonError = { name: string; text: string }

/** What is wrong with a reason, or with the day until which something is set aside, at its field. */
export const reasonErrors = (t: TFunction, fields: readonly FieldProblem[]): ReasonError[] => fields.map((field) => ({ name: field.name, text: messageOf(t, field) }))

function messageOf(t: TFunction, field: FieldProblem): string {
  if (field.name === 'reason') return fieldMessage(t, { ...field, code: 'unknown_reason' })
  return field.name === 'until' && field.code === 'too_large' ? t('desk:beside.suspend.too_far') : fieldMessage(t, field)
}
