import type { Actor } from '#app/kernel/case/actor.ts'
import { refuse } from '#app/kernel/case/problem.ts'

import { commandCase } from './command-case.ts'
import type { Commanded } from './decide-and-commit.ts'
import type { Environment } from './environment.ts'
import { findCase } from './find-case.ts'

/** Lets what was set aside hold again. Problems: those of the kernel's `resume`. */
export async function resumeCase(env: Environment, actor: Actor, ref: string): Promise<Commanded> {
  const state = await findCase(env, actor, ref, 'see_case')
  return state ? commandCase(env, actor, state.id, { type: 'resume' }) : refuse({ code: 'not_found' })
}
