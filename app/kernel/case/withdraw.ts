import type { Definition } from '#app/kernel/definition/definition.ts'

import type { Actor } from './actor.ts'
import { type CaseState, latestRound } from './case-state.ts'
import type { Command } from './command.ts'
import type { Ruling } from './decide.ts'
import { isApplicant } from './is-applicant.ts'
import { ownWordsProblems } from './own-words.ts'
import { refuse } from './problem.ts'

/** The applicant takes the application back, until the task named in the definition is decided. */
export function withdraw(definition: Definition, state: CaseState, command: Command & { type: 'withdraw' }, actor: Actor): Ruling {
  // What a part of another case leaves behind when that one is taken back, the portal takes back itself.
  if (actor.kind !== 'system' && !isApplicant(state, actor)) return refuse({ code: 'not_permitted' })
  if (!mayWithdraw(definition, state)) return refuse({ code: 'too_late', what: 'withdraw' })
  const fields = ownWordsProblems('note', command.note)
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  return { ok: true, bodies: [{ type: 'withdrawn', note: command.note }, { type: 'ended', end: 'withdrawn' }] }
}

export function mayWithdraw(definition: Definition, state: CaseState): boolean {
  if (definition.withdraw === null || state.end !== null || state.appealedAt !== null) return false
  const { before } = definition.withdraw
  return latestRound(state, before)?.outcome == null && !state.autos.includes(before) && state.subs[before]?.end == null
}
