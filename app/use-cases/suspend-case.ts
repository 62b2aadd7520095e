import type { Actor } from '#app/kernel/case/actor.ts'
import type { Reason } from '#app/kernel/case/case-event.ts'
import { refuse } from '#app/kernel/case/problem.ts'

import { commandCase } from './command-case.ts'
import type { Commanded } from './decide-and-commit.ts'
import type { Environment } from './environment.ts'
import { findCase } from './find-case.ts'

/**
 * Sets what a case granted aside until a day. Problems: those of the kernel's `suspend`.
 * @param until the last day on which it does not hold, YYYY-MM-DD
 */
export async function suspendCase(env: Environment, actor: Actor, ref: string, reason: Reason, until: string): Promise<Commanded> {
  const state = await findCase(env, actor, ref, 'see_case')
  return state ? commandCase(env, actor, state.id, { type: 'suspend', reason, until }) : refuse({ code: 'not_found' })
}
