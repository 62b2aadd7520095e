import type { Actor } from '#app/kernel/case/actor.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import { heldDesks } from '#app/kernel/permission.ts'

import type { Environment } from '../environment.ts'
import { findCase } from '../find-case.ts'

import { noteUse } from './note-use.ts'

/**
 * The case that a member of staff asks for by its number; null where it is not theirs to see, or not there. Written down
 * first, unless they hold a task on it: a number looked up without one is what curiosity looks like.
 */
export async function lookUpCase(env: Environment, actor: Actor, ref: string, address: string): Promise<CaseState | null> {
  const state = await findCase(env, actor, ref, 'see_case')
  const holdsTask = state !== null && heldDesks(state, actor).length > 0
  if (!holdsTask) await noteUse(env, { kind: 'lookup', person: actor.id, address, route: 'routes/desk.find' })
  return state
}
