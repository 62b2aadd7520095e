import type { Actor } from '#app/kernel/case/actor.ts'
import type { Answers } from '#app/kernel/case/answer.ts'
import { refuse } from '#app/kernel/case/problem.ts'

import { commandCase } from './command-case.ts'
import type { Commanded } from './decide-and-commit.ts'
import type { Environment } from './environment.ts'
import { findCase } from './find-case.ts'

/** The applicant gives what a return named. Problems: those of the kernel's `correct`. */
export async function answerReturn(env: Environment, actor: Actor, ref: string, sent: { stage: string; round: number }, answers: Answers): Promise<Commanded> {
  const state = await findCase(env, actor, ref, 'follow_case')
  return state ? commandCase(env, actor, state.id, { type: 'correct', ...sent, answers }) : refuse({ code: 'not_found' })
}
