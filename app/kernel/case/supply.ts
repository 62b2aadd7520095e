import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'
import { waitNode } from '#app/kernel/definition/nodes.ts'

import type { Answers } from './answer.ts'
import type { EventBody } from './case-event.ts'
import { type CaseState, openWaits } from './case-state.ts'
import { checkAnswer } from './check-answer.ts'
import type { Command } from './command.ts'
import type { Context } from './context.ts'
import type { Ruling } from './decide.ts'
import { isApplicant } from './is-applicant.ts'
import { owedNames } from './owed.ts'
import { type FieldProblem, refuse } from './problem.ts'

/**
 * The applicant brings materials that were to come later, all of them or some; the last ends the wait for them.
 * Problems: `not_permitted`, `not_open` (nothing is owed), `invalid`.
 */
export function supply(definition: Definition, state: CaseState, command: Command & { type: 'supply' }, context: Context): Ruling {
  if (!isApplicant(state, context.actor)) return refuse({ code: 'not_permitted' })
  const owed = owedNames(definition, state)
  if (owed.length === 0 || state.appealedAt !== null) return refuse({ code: 'not_open', what: 'supply' })
  const fields = checkSupplied(definition, owed, command.answers, localDate(context.calendar, context.now))
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  const left = owed.filter((name) => !Object.hasOwn(command.answers, name))
  return { ok: true, bodies: [{ type: 'supplied', answers: command.answers }, ...(left.length === 0 ? ended(definition, state) : [])] }
}

function checkSupplied(definition: Definition, owed: readonly string[], answers: Answers, today: string): FieldProblem[] {
  const given = Object.entries(answers)
  if (given.length === 0) return owed.map((name) => ({ name, code: 'missing' }))
  return given.flatMap(([name, answer]): FieldProblem[] => {
    const field = fieldNamed(definition, name)
    if (!field || !owed.includes(name)) return [{ name, code: 'not_asked' }]
    const problem = answer.source === 'applicant' ? checkAnswer(name, field.type, answer, today) : { name, code: 'missing' as const }
    return problem ? [problem] : []
  })
}

const ended = (definition: Definition, state: CaseState): EventBody[] =>
  openWaits(state).flatMap((wait) => (waitNode(definition, wait.name)?.awaits.what === 'materials' ? [{ type: 'wait_ended' as const, wait: wait.name, expired: false }] : []))
