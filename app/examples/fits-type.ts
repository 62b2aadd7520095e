import { isDate } from '#app/kernel/case/check-answer.ts'
import type { QuestionType } from '#app/kernel/definition/question-type.ts'

import type { Plain } from './example.ts'

/** Could a register hold this as a value of this type? Dates may be of any time. */
export function fitsType(type: QuestionType, value: Plain): boolean {
  switch (type.type) {
    case 'integer':
    case 'money':
      return Number.isSafeInteger(value)
    case 'yes_no':
      return typeof value === 'boolean'
    case 'date':
      return typeof value === 'string' && isDate(value)
    case 'choice':
      return typeof value === 'string' && type.of.includes(value)
    case 'text':
    case 'phone':
    case 'file':
      return typeof value === 'string'
    default:
      return type satisfies never
  }
}
