import type { Actor } from '#app/kernel/case/actor.ts'
import type { Reason } from '#app/kernel/case/case-event.ts'
import { refuse } from '#app/kernel/case/problem.ts'

import { commandCase } from './command-case.ts'
import type { Commanded } from './decide-and-commit.ts'
import type { Environment } from './environment.ts'
import { findCase } from './find-case.ts'

/** Takes back what a case granted. Problems: those of the kernel's `revoke`. */
export async function revokeCase(env: Environment, actor: Actor, ref: string, reason: Reason): Promise<Commanded> {
  const state = await findCase(env, actor, ref, 'see_case')
  return state ? commandCase(env, actor, state.id, { type: 'revoke', reason }) : refuse({ code: 'not_found' })
}
