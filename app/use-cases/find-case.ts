import type { Actor } from '#app/kernel/case/actor.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import { may } from '#app/kernel/permission.ts'

import { definitionOf, type Environment } from './environment.ts'

/** The case of this ref if the actor may do this with it; null otherwise, as if there were none. */
export async function findCase(env: Environment, actor: Actor, ref: string, action: 'follow_case' | 'see_case'): Promise<CaseState | null> {
  const state = await env.store.cases.loadByRef(ref)
  if (!state) return null
  if (action === 'follow_case') return may(actor, action, { case: state }, 'own_affairs') ? state : null
  const definition = await definitionOf(env, state.service, state.definitionHash)
  return may(actor, action, { case: state, definition }, 'case_work') ? state : null
}
