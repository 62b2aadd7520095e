import { localDate } from '#app/kernel/clock/calendar.ts'
import { conditionHolds } from '#app/kernel/definition/condition-of.ts'
import type { DataField, Definition, Question, RecordField, Requirement } from '#app/kernel/definition/definition.ts'

import type { Answer, Answers } from './answer.ts'
import { checkAnswer } from './check-answer.ts'
import type { Context } from './context.ts'
import type { FieldProblem } from './problem.ts'
import { draftValues } from './values.ts'

type When = Pick<Context, 'calendar' | 'now'>

/** A value the applicant or a register gives. */
export type ApplicationField = Question | RecordField

const isApplicationField = (field: DataField): field is ApplicationField => field.kind !== 'desk'

/**
 * The fields that matter given what is known so far, in the order of the file. A question whose condition does not
 * hold is not asked, and what was answered to it does not count.
 */
export function applicableFields(definition: Definition, answers: Answers, when: When): ApplicationField[] {
  const values = draftValues(answers, when)
  return Object.values(definition.data)
    .filter(isApplicationField)
    .filter((field) => field.when === null || conditionHolds(definition, field.when, values))
}

/** Is this for the applicant to answer: a question, or a record's value that no register holds? */
export function isAsked(field: ApplicationField, answer: Answer | undefined): boolean {
  if (field.kind === 'question') return true
  return field.editable || (!field.optional && answer?.envelope == null)
}

/** Everything wrong with an application, one problem a field, in the order of the file. */
export function checkApplication(definition: Definition, answers: Answers, when: When): FieldProblem[] {
  const today = localDate(when.calendar, when.now)
  const fields = applicableFields(definition, answers, when)
  return fields.flatMap((field) => checkField(field, answers[field.name], today) ?? [])
}

function checkField(field: ApplicationField, answer: Answer | undefined, today: string): FieldProblem | null {
  if (!answer || answer.value === null) return field.optional ? null : { name: field.name, code: 'missing' }
  if (answer.source === 'record') return null
  if (field.kind === 'record' && !isAsked(field, answer)) return { name: field.name, code: 'not_editable' }
  return checkAnswer(field.name, field.type, answer, today)
}

/** The conditions for applying that do not hold: why this person can't apply now. */
export function unmetRequirements(definition: Definition, answers: Answers, when: When): Requirement[] {
  const values = draftValues(answers, when)
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
