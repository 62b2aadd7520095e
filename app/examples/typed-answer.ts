import { type Answer, given, promised } from '#app/kernel/case/answer.ts'
import type { ApplicationField } from '#app/kernel/case/check-application.ts'
import type { QuestionType } from '#app/kernel/definition/question-type.ts'

import type { Plain } from './example.ts'
import { fileNamed } from './file-named.ts'

/** What the applicant gives in an example: a value, a file by its name, or `promised` where that is possible. */
export function typedAnswer(field: ApplicationField, value: Plain): Answer {
  if (value === 'promised' && (field.promisable !== null || field.tolerable)) return promised
  if (field.type.type !== 'file') return given(value)
  const file = fileNamed(String(value))
  return given(file.id, file)
}

/** Digits that YAML takes for a number although they are text, such as those of a phone. */
export const needsQuotes = (type: QuestionType, value: Plain): boolean => typeof value === 'number' && (type.type === 'text' || type.type === 'phone' || type.type === 'file')
