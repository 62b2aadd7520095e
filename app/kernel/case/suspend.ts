import { type Calendar, localDate, yearsAfter } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import type { Actor } from './actor.ts'
import { type CaseState, isInForce, isSuspended, type Result } from './case-state.ts'
import { isDate } from './check-answer.ts'
import { reasonProblems } from './check-reason.ts'
import type { Command } from './command.ts'
import type { Context } from './context.ts'
import type { Ruling } from './decide.ts'
import { type FieldProblem, type Problem, refuse } from './problem.ts'

/**
 * Sets what a case granted aside until a day, at most a year away: its certificates do not hold meanwhile.
 * Problems: `not_open` (nothing that holds, no such right), `not_at_desk`, `invalid` (the reason, the day).
 */
export function suspend(definition: Definition, state: CaseState, command: Command & { type: 'suspend' }, context: Context): Ruling {
  const refused = mayNotSuspend(definition, state, context.actor)
  if (refused) return refuse(refused)
  const { reason, until } = command
  const fields = [...reasonProblems(reason, definition.suspension?.reasons ?? []), ...dayProblems(until, context.calendar, context.now)]
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  return { ok: true, bodies: [{ type: 'suspended', reason, codes: codesOf(state, holds), until }] }
}

/** Lets what was set aside hold again before its day. Problems: `not_open` (nothing is set aside), `not_at_desk`. */
export function resume(definition: Definition, state: CaseState, actor: Actor): Ruling {
  const refused = mayNotResume(definition, state, actor)
  return refused ? refuse(refused) : { ok: true, bodies: [{ type: 'resumed', codes: codesOf(state, isSuspended) }] }
}

/** Why this person can't set the result aside; null if they can. */
export function mayNotSuspend(definition: Definition, state: CaseState, actor: Actor): Problem | null {
  if (state.end !== 'granted' || !state.results.some(holds)) return { code: 'not_open', what: 'suspend' }
  return mayNotAct(definition, actor, 'suspend')
}

/** Why this person can't let the result hold again; null if they can. */
export function mayNotResume(definition: Definition, state: CaseState, actor: Actor): Problem | null {
  if (state.end !== 'granted' || !state.results.some(isSuspended)) return { code: 'not_open', what: 'resume' }
  return mayNotAct(definition, actor, 'resume')
}

function mayNotAct({ suspension }: Definition, actor: Actor, what: string): Problem | null {
  if (!suspension) return { code: 'not_open', what }
  if (actor.kind !== 'staff') return { code: 'not_permitted' }
  return actor.desks.includes(suspension.by) ? null : { code: 'not_at_desk', desk: suspension.by }
}

const holds = (result: Result): boolean => isInForce(result) && !isSuspended(result)

const codesOf = (state: CaseState, which: (result: Result) => boolean): string[] => state.results.filter(which).map(({ code }) => code)

function dayProblems(until: string, calendar: Calendar, now: number): FieldProblem[] {
  if (until === '') return [{ name: 'until', code: 'missing' }]
  if (!isDate(until)) return [{ name: 'until', code: 'not_a_date' }]
  if (until < localDate(calendar, now)) return [{ name: 'until', code: 'in_the_past' }]
  const last = yearsAfter(calendar, now, 1)
  return until > last ? [{ name: 'until', code: 'too_large', params: { max: last } }] : []
}
