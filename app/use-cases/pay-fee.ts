import type { Actor } from '#app/kernel/case/actor.ts'
import { refuse } from '#app/kernel/case/problem.ts'

import { commandCase } from './command-case.ts'
import type { Commanded } from './decide-and-commit.ts'
import type { Environment } from './environment.ts'
import { findCase } from './find-case.ts'

/**
 * Books a payment that the payment provider has confirmed.
 * @param amount fen
 * @param reference the provider's own
 */
export async function payFee(env: Environment, actor: Actor, ref: string, payment: { wait: string; amount: number; reference: string }): Promise<Commanded> {
  const state = await findCase(env, actor, ref, 'follow_case')
  return state ? commandCase(env, actor, state.id, { type: 'pay', ...payment }) : refuse({ code: 'not_found' })
}
