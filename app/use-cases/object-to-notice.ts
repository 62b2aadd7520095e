import type { Actor } from '#app/kernel/case/actor.ts'
import { refuse } from '#app/kernel/case/problem.ts'

import { commandCase } from './command-case.ts'
import type { Commanded } from './decide-and-commit.ts'
import type { Environment } from './environment.ts'
import { openNotice } from './open-notice.ts'

/** A citizen objects to what is public now. Problems: `not_found` (nothing public under this ref), those of the kernel's `object`. */
export async function objectToNotice(env: Environment, actor: Actor, ref: string, text: string): Promise<Commanded> {
  const notice = await openNotice(env, actor, ref)
  const state = notice && (await env.store.cases.loadByRef(ref))
  return notice && state ? commandCase(env, actor, state.id, { type: 'object', wait: notice.wait, text }) : refuse({ code: 'not_found' })
}
