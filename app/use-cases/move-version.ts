import { system } from '#app/kernel/case/actor.ts'
import { refuse } from '#app/kernel/case/problem.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import { commandCase } from './command-case.ts'
import type { Commanded } from './decide-and-commit.ts'
import type { Environment } from './environment.ts'

/** Lets a running case go on by another version of its service. Problems: `not_found` (no such case of this service), those of the kernel's `move_version`. */
export async function moveVersion(env: Environment, ref: string, to: Definition): Promise<Commanded> {
  const state = await env.store.cases.loadByRef(ref)
  if (!state || state.service !== to.service) return refuse({ code: 'not_found' })
  // Kept before anybody goes by it: a case never names a definition that is nowhere.
  await env.store.definitions.save(to)
  return commandCase(env, system, state.id, { type: 'move_version', hash: to.hash })
}
