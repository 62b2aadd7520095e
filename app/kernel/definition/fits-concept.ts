import { type Value, given } from '#app/kernel/case/answer.ts'
import { checkAnswer, isDate } from '#app/kernel/case/check-answer.ts'
import type { FieldProblem } from '#app/kernel/case/problem.ts'

import type { QuestionType } from './question-type.ts'
import type { Concept } from './surroundings.ts'

/** The longest text that a register may give, whatever a form would take. */
const LONGEST_TEXT = 5000

/**
 * What is wrong with the values that a register gives, by the concepts of their fields. A register may say what no form
 * would allow, such as a date long past, but not another kind of value; and null for what it does not hold.
 * Problems: `not_asked` for a field that is not among `fields`; `not_a_choice`, `missing` for another kind of value;
 * `too_long`, `control_characters` for a text that no page could show.
 */
export function wrongFields(fields: Readonly<Record<string, Concept>>, data: Readonly<Record<string, Value>>): FieldProblem[] {
  return Object.entries(data).flatMap(([name, value]): FieldProblem[] => {
    const concept = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!concept) return [{ name, code: 'not_asked' }]
    if (value === null) return []
    if (!isOfKind(concept.type, value)) return [{ name, code: concept.type.type === 'choice' ? 'not_a_choice' : 'missing' }]
    const problem = unshowable(name, value)
    return problem ? [problem] : []
  })
}

function isOfKind(type: QuestionType, value: Exclude<Value, null>): boolean {
  if (type.type === 'integer' || type.type === 'money') return Number.isSafeInteger(value)
  if (type.type === 'yes_no') return typeof value === 'boolean'
  return typeof value === 'string' && (type.type !== 'choice' || type.of.includes(value)) && (type.type !== 'date' || isDate(value))
}

/** Held to the rules for typed text; an empty one is a register's way to say that there is none. */
function unshowable(name: string, value: Exclude<Value, null>): FieldProblem | null {
  if (typeof value !== 'string' || value === '') return null
  return checkAnswer(name, { type: 'text', maxLength: LONGEST_TEXT }, given(value), '')
}
