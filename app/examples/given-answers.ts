import type { Answer, Answers } from '#app/kernel/case/answer.ts'
import { isApplicationField, isAsked } from '#app/kernel/case/check-application.ts'
import { hint } from '#app/kernel/definition/definition-problem.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'

import { type Given, type Wrong, wrong } from './example.ts'
import { needsQuotes, typedAnswer } from './typed-answer.ts'

/**
 * What the applicant gives, beside or in place of what is held. Problems: what the service never asks, and what nobody
 * asks this applicant (`usual`: which is then left out).
 */
export function givenAnswers(definition: Definition, held: Answers, given: Given, usual = false): { answers: Answers; problems: Wrong[] } {
  const problems: Wrong[] = []
  const entries = Object.entries(given).flatMap(([name, value]): [string, Answer][] => {
    const field = fieldNamed(definition, name)
    const known = held[name]
    if (!field) problems.push(wrong([name], `this service asks no "${name}"${hint(name, Object.keys(definition.data))}`))
    else if (!isApplicationField(field)) problems.push(wrong([name], `the applicant gives no "${name}": ${field.kind === 'desk' ? `${field.task} sets it` : 'a table gives it'}`))
    else if (needsQuotes(field.type, value)) problems.push(wrong([name], `put "${name}" in quotes, as '${value}': it is no number to count with`))
    else if (!isAsked(field, known) && usual) return []
    else if (!isAsked(field, known)) problems.push(wrong([name], `nobody is asked for "${name}": ${known?.envelope ? `${known.envelope.register} holds it` : 'it comes from a register, or stays empty'}`))
    else return [[name, { ...typedAnswer(field, value), envelope: known?.envelope ?? null }]]
    return []
  })
  return { answers: Object.fromEntries(entries), problems }
}
