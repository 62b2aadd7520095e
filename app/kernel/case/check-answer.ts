import type { QuestionType } from '#app/kernel/definition/question-type.ts'

import type { Answer } from './answer.ts'
import type { FieldProblem } from './problem.ts'

const PHONE = /^\+?[0-9][0-9 -]{5,18}[0-9]$/
const DATE = /^\d{4}-\d{2}-\d{2}$/
/** Letters of any script are welcome; control characters and direction overrides are not. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/

/** Has a text characters that turn what stands around it, or that no page can show? */
export const hasControl = (text: string): boolean => CONTROL.test(text)

/**
 * What is wrong with an answer of this type, or null.
 * @param today YYYY-MM-DD in the city's zone
 */
export function checkAnswer(name: string, type: QuestionType, answer: Answer, today: string): FieldProblem | null {
  const { value } = answer
  switch (type.type) {
    case 'integer':
      return checkNumber(name, value, type.min, type.max)
    case 'money':
      return checkNumber(name, value, 0, type.max)
    case 'text':
      return checkText(name, value, type.maxLength)
    case 'phone':
      return typeof value === 'string' && PHONE.test(value) ? null : { name, code: 'not_a_phone' }
    case 'choice':
      return typeof value === 'string' && type.of.includes(value) ? null : { name, code: 'not_a_choice' }
    case 'yes_no':
      return typeof value === 'boolean' ? null : { name, code: 'not_a_choice' }
    case 'date':
      return checkDate(name, type, value, today)
    case 'file':
      return checkFile(name, type, answer)
    default:
      return type satisfies never
  }
}

function checkNumber(name: string, value: Answer['value'], min: number, max: number): FieldProblem | null {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return { name, code: 'not_a_number' }
  if (value < min) return { name, code: 'too_small', params: { min } }
  return value > max ? { name, code: 'too_large', params: { max } } : null
}

function checkText(name: string, value: Answer['value'], max: number): FieldProblem | null {
  if (typeof value !== 'string' || value.trim() === '') return { name, code: 'missing' }
  if ([...value].length > max) return { name, code: 'too_long', params: { max } }
  return hasControl(value) ? { name, code: 'control_characters' } : null
}

function checkDate(name: string, type: QuestionType & { type: 'date' }, value: Answer['value'], today: string): FieldProblem | null {
  if (typeof value !== 'string' || !isDate(value)) return { name, code: 'not_a_date' }
  if (type.notBefore && value < today) return { name, code: 'in_the_past' }
  return type.notAfter && value > today ? { name, code: 'in_the_future' } : null
}

/** A day that exists, YYYY-MM-DD. */
export function isDate(text: string): boolean {
  if (!DATE.test(text)) return false
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function checkFile(name: string, type: QuestionType & { type: 'file' }, answer: Answer): FieldProblem | null {
  const file = answer.file
  if (!file || file.id !== answer.value) return { name, code: 'not_a_file' }
  if (file.bytes === 0) return { name, code: 'empty_file' }
  if (file.bytes > type.maxBytes) return { name, code: 'file_too_large', params: { megabytes: type.maxBytes / 1_000_000 } }
  const kinds: readonly string[] = type.accept.map((kind) => (kind === 'pdf' ? 'application/pdf' : `image/${kind}`))
  return kinds.includes(file.mediaType) ? null : { name, code: 'wrong_file_type', params: { accept: type.accept.join(', ') } }
}
