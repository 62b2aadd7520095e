import type { Actor } from '#app/kernel/case/actor.ts'
import { refuse } from '#app/kernel/case/problem.ts'

import { commandCase } from './command-case.ts'
import type { Commanded } from './decide-and-commit.ts'
import type { Environment } from './environment.ts'
import { findCase } from './find-case.ts'

/** The applicant has the decision looked at again. Problems: those of the kernel's `appeal`. */
export async function appealCase(env: Environment, actor: Actor, ref: string, text: string): Promise<Commanded> {
  const state = await findCase(env, actor, ref, 'follow_case')
  return state ? commandCase(env, actor, state.id, { type: 'appeal', text }) : refuse({ code: 'not_found' })
}
