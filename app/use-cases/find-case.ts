import type { Actor } from '#app/kernel/case/actor.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import { may, type Wish } from '#app/kernel/permission.ts'

import type { Environment } from './environment.ts'

/** The case of this ref if the actor may do this with it; null otherwise, as if there were none. */
export async function findCase(env: Environment, actor: Actor, ref: string, action: 'follow_case' | 'see_case'): Promise<CaseState | null> {
  const state = await env.store.cases.loadByRef(ref)
  if (!state) return null
  const wish: Wish = { action, case: state }
  return may(actor, wish) ? state : null
}
