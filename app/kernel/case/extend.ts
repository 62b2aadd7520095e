import type { Definition } from '#app/kernel/definition/definition.ts'

import type { Actor } from './actor.ts'
import type { CaseState } from './case-state.ts'
import type { Command } from './command.ts'
import { reasonProblems } from './check-reason.ts'
import type { Ruling } from './decide.ts'
import { type Problem, refuse } from './problem.ts'

/**
 * More time, once, by leave of the desk that the service names (Administrative Licensing Law art. 42). The applicant
 * is told why. Problems: `not_open` (no such right, used already, under appeal), `not_at_desk`, `invalid` (the reason).
 */
export function extend(definition: Definition, state: CaseState, command: Command & { type: 'extend' }, actor: Actor): Ruling {
  const refused = mayNotExtend(definition, state, actor)
  if (refused) return refuse(refused)
  const fields = reasonProblems(command.reason, definition.extension?.reasons ?? [])
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  return { ok: true, bodies: [{ type: 'extended', days: definition.extension?.span.amount ?? 0, reason: command.reason }] }
}

/** Why this person can't give a case more time; null if they can. */
export function mayNotExtend(definition: Definition, state: CaseState, actor: Actor): Problem | null {
  const { extension } = definition
  if (!extension || state.end !== null || state.extended > 0 || state.appealedAt !== null) return { code: 'not_open', what: 'extend' }
  if (actor.kind !== 'staff') return { code: 'not_permitted' }
  return actor.desks.includes(extension.by) ? null : { code: 'not_at_desk', desk: extension.by }
}
