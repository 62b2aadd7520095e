import type { Actor } from '#app/kernel/case/actor.ts'
import type { Reason } from '#app/kernel/case/case-event.ts'
import { refuse } from '#app/kernel/case/problem.ts'

import { commandCase } from './command-case.ts'
import type { Commanded } from './decide-and-commit.ts'
import type { Environment } from './environment.ts'
import { findCase } from './find-case.ts'

/** Gives a case more time, by leave, once. Problems: those of the kernel's `extend`. */
export async function extendCase(env: Environment, actor: Actor, ref: string, reason: Reason): Promise<Commanded> {
  const state = await findCase(env, actor, ref, 'see_case')
  return state ? commandCase(env, actor, state.id, { type: 'extend', reason }) : refuse({ code: 'not_found' })
}
