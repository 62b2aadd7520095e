import type { TFunction } from 'i18next'

import { fieldMessage } from '#app/http/refusal.ts'
import type { FieldProblem } from '#app/kernel/case/problem.ts'

export type ReasonError = { name: string; text: string }

/** What is wrong with a reason, at its field. */
export const reasonErrors = (t: TFunction, fields: readonly FieldProblem[]): ReasonError[] =>
  fields.map((field) => ({ name: field.name, text: fieldMessage(t, field.name === 'reason' ? { ...field, code: 'unknown_reason' } : field) }))
