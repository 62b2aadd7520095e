import { type Deadline, deadline } from '#app/kernel/clock/deadline.ts'
import type { CalendarProblem } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import type { CaseState } from './case-state.ts'
import { textProblems } from './check-reason.ts'
import type { Command } from './command.ts'
import type { Context } from './context.ts'
import type { Ruling } from './decide.ts'
import { isApplicant } from './is-applicant.ts'
import { refuse } from './problem.ts'

/**
 * Has the decision looked at again, once: the case opens anew, on the way its definition says. What was decided stands
 * until then. Problems: `not_permitted`, `not_open` (no such right after this end, used already), `too_late`,
 * `invalid` (no grounds given), `calendar_ends`.
 */
export function appeal(definition: Definition, state: CaseState, command: Command & { type: 'appeal' }, context: Context): Ruling {
  if (!isApplicant(state, context.actor)) return refuse({ code: 'not_permitted' })
  if (!hasAppeal(definition, state)) return refuse({ code: 'not_open', what: 'appeal' })
  const until = appealUntil(definition, state, context)
  if (until && !until.ok) return until
  if (until?.dueAt != null && context.now >= until.dueAt) return refuse({ code: 'too_late', what: 'appeal' })
  const fields = textProblems(command.text)
  return fields.length > 0 ? refuse({ code: 'invalid', fields }) : { ok: true, bodies: [{ type: 'appealed', text: command.text }] }
}

/** Does this end leave an appeal, not yet used? Says nothing of its time. */
export const hasAppeal = (definition: Definition, state: CaseState): boolean =>
  definition.appeal !== null && state.end !== null && state.appealedAt === null && definition.appeal.after.includes(state.end)

/** Until when the applicant may appeal, counted from the end of the case; null where they can't. */
export function appealUntil(definition: Definition, state: CaseState, when: Pick<Context, 'calendar' | 'now'>): ({ ok: true } & Deadline) | { ok: false; problem: CalendarProblem } | null {
  if (!hasAppeal(definition, state) || definition.appeal === null || state.endedAt === null) return null
  return deadline(when.calendar, [{ from: state.endedAt, to: null, whose: 'office' }], state.endedAt, definition.appeal.within, when.now)
}
