import { isWorkingDay, localDate } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'

import type { CaseState } from './case-state.ts'
import { isDate } from './check-answer.ts'
import type { Command } from './command.ts'
import type { Context } from './context.ts'
import type { Ruling } from './decide.ts'
import { findHeldTask } from './find-task.ts'
import { type FieldProblemCode, refuse } from './problem.ts'

/**
 * Sets the day of a site visit or of an appointment, for all desks of a joint task and for the applicant to read.
 * Problems: `not_open` (nobody goes anywhere in this task), `invalid` (`on`: no date, past, not a working day).
 */
export function scheduleVisit(definition: Definition, state: CaseState, command: Command & { type: 'schedule_visit' }, context: Context): Ruling {
  const found = findHeldTask(state, command, context.actor)
  if (!found.ok) return found
  const node = taskNode(definition, command.task)
  if (!node || node.siteVisits + node.trips === 0) return refuse({ code: 'not_open', what: command.task })
  const wrong = checkDay(command.on, context)
  if (wrong) return refuse({ code: 'invalid', fields: [{ name: 'on', code: wrong }] })
  return { ok: true, bodies: [{ type: 'visit_scheduled', task: command.task, round: command.round, on: command.on }] }
}

function checkDay(on: string, context: Context): FieldProblemCode | null {
  if (!isDate(on)) return 'not_a_date'
  if (on < localDate(context.calendar, context.now)) return 'in_the_past'
  return isWorkingDay(context.calendar, on) ? null : 'not_a_working_day'
}
