import type { Definition } from '#app/kernel/definition/definition.ts'

import { checkApplication, relevantAnswers, unmetRequirements } from './check-application.ts'
import type { CaseState } from './case-state.ts'
import type { Command } from './command.ts'
import type { Context } from './context.ts'
import type { Ruling } from './decide.ts'
import { actsFor } from './is-applicant.ts'
import { refuse } from './problem.ts'

/**
 * Takes an application. Problems: `not_permitted` (not this person, not their company), `requirement` (a condition for
 * applying does not hold), `invalid` (answers missing or wrong). What the service does not ask never enters the case.
 * A part of another case is submitted by the portal itself, for the one who applied there.
 */
export function submit(definition: Definition, state: CaseState | null, command: Command & { type: 'submit' }, context: Context): Ruling {
  if (state !== null) return refuse({ code: 'not_permitted' })
  const { applicant } = command
  if (command.parent ? context.actor.kind !== 'system' : !appliesForThemselves(definition, applicant, context)) return refuse({ code: 'not_permitted' })
  const unmet = unmetRequirements(definition, command.answers, context)[0]
  if (unmet) return refuse({ code: 'requirement', reason: unmet.reason, names: unmet.names })
  const answers = relevantAnswers(definition, command.answers, context)
  const fields = checkApplication(definition, answers, context)
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  return {
    ok: true,
    bodies: [
      {
        type: 'submitted',
        caseId: command.caseId,
        ref: command.ref,
        service: definition.service,
        definitionHash: definition.hash,
        definitionVersion: definition.version,
        calendarVersion: context.calendar.version,
        applicant,
        answers,
        ...(command.sources ? { sources: command.sources } : {}),
        ...(command.parent ? { parent: command.parent } : {}),
      },
    ],
  }
}

function appliesForThemselves(definition: Definition, applicant: CaseState['applicant'], { actor }: Context): boolean {
  if (actor.kind !== 'citizen' || actor.id !== applicant.person) return false
  if (applicant.behalf && !actsFor(actor, applicant.behalf.subject, definition.service)) return false
  if (definition.audience === 'person') return applicant.company === null
  return applicant.company !== null && actsFor(actor, applicant.company, definition.service)
}
