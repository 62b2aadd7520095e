import type { Definition } from '#app/kernel/definition/definition.ts'

import type { CaseState } from './case-state.ts'
import type { Command } from './command.ts'
import type { Context } from './context.ts'
import { deadlinesOf } from './deadlines.ts'
import type { Ruling } from './decide.ts'
import { isApplicant } from './is-applicant.ts'
import { refuse } from './problem.ts'

/**
 * A payment (fen) that a case waits for. Problems: `not_permitted`, `not_open` (also when paid already),
 * `wrong_amount`, `too_late`.
 */
export function pay(definition: Definition, state: CaseState, command: Command & { type: 'pay' }, context: Context): Ruling {
  if (!isApplicant(state, context.actor)) return refuse({ code: 'not_permitted' })
  const wait = state.waits[command.wait]
  if (!wait || wait.closedAt !== null || wait.amount === null) return refuse({ code: 'not_open', what: command.wait })
  if (command.amount !== wait.amount) return refuse({ code: 'wrong_amount', expected: wait.amount })
  const deadlines = deadlinesOf(definition, state, context.calendar, context.now)
  if (!deadlines.ok) return deadlines
  const due = deadlines.value.waits[wait.name]?.dueAt
  if (due != null && context.now >= due) return refuse({ code: 'too_late', what: wait.name })
  const { amount, reference } = command
  return {
    ok: true,
    bodies: [
      { type: 'paid', wait: wait.name, amount, reference },
      { type: 'wait_ended', wait: wait.name, expired: false },
    ],
  }
}
