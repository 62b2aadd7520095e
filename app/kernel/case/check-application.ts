import { localDate } from '#app/kernel/clock/calendar.ts'
import { conditionHolds } from '#app/kernel/definition/condition-of.ts'
import { itemName } from '#app/kernel/definition/item-name.ts'
import { MOST_ITEMS } from '#app/kernel/definition/check-each.ts'
import type { DataField, Definition, Question, RecordField, Requirement } from '#app/kernel/definition/definition.ts'

import type { Answer, Answers, Value } from './answer.ts'
import { checkAnswer } from './check-answer.ts'
import type { Context } from './context.ts'
import type { FieldProblem } from './problem.ts'
import { draftValues, itemValues } from './values.ts'

type When = Pick<Context, 'calendar' | 'now'>

/** A value the applicant or a register gives. */
export type ApplicationField = Question | RecordField

export const isApplicationField = (field: DataField): field is ApplicationField => field.kind === 'question' || field.kind === 'record'

/**
 * The fields that matter given what is known so far, in the order of the file. A question whose condition does not
 * hold is not asked, and what was answered to it does not count. What stands for each item comes once for each, under
 * the item's name (`employee.2`).
 */
export function applicableFields(definition: Definition, answers: Answers, when: When): ApplicationField[] {
  const values = draftValues(definition, answers, when)
  return Object.values(definition.data)
    .filter(isApplicationField)
    .flatMap((field) => itemsOf(field, values).map((item) => ({ item, field: item === null ? field : { ...field, name: itemName(field.name, item) } })))
    .filter(({ item, field }) => field.when === null || conditionHolds(definition, field.when, itemValues(values, item)))
    .map(({ field }) => field)
}

/** The items a field stands for: none numbered, or 1 to as many as there are. */
function itemsOf(field: ApplicationField, values: Readonly<Record<string, Value>>): (number | null)[] {
  if (field.items === null) return [null]
  const count = Number(values[field.items] ?? 0)
  return Array.from({ length: Math.min(MOST_ITEMS, Math.max(0, Math.trunc(count) || 0)) }, (_, i) => i + 1)
}

/** Is this for the applicant to answer: a question, a record's value that no register holds, or one they say is wrong? */
export function isAsked(field: ApplicationField, answer: Answer | undefined): boolean {
  if (field.kind === 'question') return true
  return field.editable || answer?.differs !== undefined || (!field.optional && answer?.envelope == null)
}

/** Everything wrong with an application, one problem a field, in the order of the file. */
export function checkApplication(definition: Definition, answers: Answers, when: When): FieldProblem[] {
  const today = localDate(when.calendar, when.now)
  const fields = applicableFields(definition, answers, when)
  return fields.flatMap((field) => checkField(field, answers[field.name], today) ?? [])
}

function checkField(field: ApplicationField, answer: Answer | undefined, today: string): FieldProblem | null {
  if (answer?.source === 'promised') return field.promisable !== null || field.tolerable ? null : { name: field.name, code: 'missing' }
  if (!answer || answer.value === null) return field.optional ? null : { name: field.name, code: 'missing' }
  if (answer.source === 'record' || answer.source === 'desk') return null
  if (field.kind === 'record' && !isAsked(field, answer)) return { name: field.name, code: 'not_editable' }
  return checkAnswer(field.name, field.type, answer, today)
}

/** The conditions for applying that do not hold: why this person can't apply now. */
export function unmetRequirements(definition: Definition, answers: Answers, when: When): Requirement[] {
  const values = draftValues(definition, answers, when)
  return definition.requires.filter((requirement) => !conditionHolds(definition, requirement.when, values))
}

/** Only the answers that count, so that nothing undeclared or no longer asked enters a case. */
export function relevantAnswers(definition: Definition, answers: Answers, when: When): Answers {
  const relevant = applicableFields(definition, answers, when).flatMap((field) => {
    const answer = Object.hasOwn(answers, field.name) ? answers[field.name] : undefined
    return answer ? [[field.name, answer] as const] : []
  })
  return Object.fromEntries(relevant)
}
