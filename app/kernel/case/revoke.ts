import type { Definition } from '#app/kernel/definition/definition.ts'

import type { Actor } from './actor.ts'
import { type CaseState, isInForce } from './case-state.ts'
import { reasonProblems } from './check-reason.ts'
import type { Command } from './command.ts'
import type { Ruling } from './decide.ts'
import { type Problem, refuse } from './problem.ts'

/**
 * Takes back what a case granted (Administrative Licensing Law art. 69): its certificates are no longer valid.
 * Problems: `not_open` (nothing in force, no such right), `not_at_desk`, `invalid` (the reason).
 */
export function revoke(definition: Definition, state: CaseState, command: Command & { type: 'revoke' }, actor: Actor): Ruling {
  const refused = mayNotRevoke(definition, state, actor)
  if (refused) return refuse(refused)
  const fields = reasonProblems(command.reason, definition.revocation?.reasons ?? [])
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  return { ok: true, bodies: [{ type: 'revoked', reason: command.reason, codes: state.results.filter(isInForce).map(({ code }) => code) }] }
}

/** Why this person can't take back what the case granted; null if they can. */
export function mayNotRevoke(definition: Definition, state: CaseState, actor: Actor): Problem | null {
  const { revocation } = definition
  if (!revocation || state.end !== 'granted' || !state.results.some(isInForce)) return { code: 'not_open', what: 'revoke' }
  if (actor.kind !== 'staff') return { code: 'not_permitted' }
  return actor.desks.includes(revocation.by) ? null : { code: 'not_at_desk', desk: revocation.by }
}
