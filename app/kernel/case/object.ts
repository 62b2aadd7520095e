import type { Definition } from '#app/kernel/definition/definition.ts'
import { waitNode } from '#app/kernel/definition/nodes.ts'

import type { CaseState } from './case-state.ts'
import { textProblems } from './check-reason.ts'
import type { Command } from './command.ts'
import type { Context } from './context.ts'
import type { Ruling } from './decide.ts'
import { isApplicant } from './is-applicant.ts'
import { refuse } from './problem.ts'

/**
 * Somebody objects, once each, to what is made public. Problems: `not_permitted` (the applicant, somebody not signed
 * in), `not_open` (the notice period is over, or takes no objections), `done_already`, `invalid` (no grounds given).
 */
export function objectTo(definition: Definition, state: CaseState, command: Command & { type: 'object' }, { actor }: Context): Ruling {
  if (actor.kind !== 'citizen' || isApplicant(state, actor)) return refuse({ code: 'not_permitted' })
  const wait = state.waits[command.wait]
  const awaits = waitNode(definition, command.wait)?.awaits
  if (!wait || wait.closedAt !== null || awaits?.what !== 'notice' || !awaits.objections) return refuse({ code: 'not_open', what: command.wait })
  if (wait.objectors.includes(actor.id)) return refuse({ code: 'done_already', what: 'object' })
  const fields = textProblems(command.text)
  return fields.length > 0 ? refuse({ code: 'invalid', fields }) : { ok: true, bodies: [{ type: 'objected', wait: command.wait, text: command.text }] }
}
