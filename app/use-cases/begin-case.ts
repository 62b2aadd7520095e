import type { Actor } from '#app/kernel/case/actor.ts'
import type { Command } from '#app/kernel/case/command.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import { type Commanded, decideAndCommit } from './decide-and-commit.ts'
import type { Keys } from './effects/case-commit.ts'
import type { Environment } from './environment.ts'

export type Begun = (Commanded & { ok: true } & { first: boolean }) | (Commanded & { ok: false })
export type Submission = Omit<Command & { type: 'submit' }, 'type' | 'caseId' | 'ref'>

/** Begins a case under an id and a number of its own. With a key that has begun one already, that one is the answer, and not the first. */
export async function beginCase(env: Environment, actor: Actor, definition: Definition, submission: Submission, keys: Keys): Promise<Begun> {
  const now = env.now()
  const command = { type: 'submit' as const, caseId: env.chance.id(now), ref: env.chance.ref(now), ...submission }
  const committed = await decideAndCommit(env, actor, null, command, keys, definition)
  // A new case can only collide with itself, and then the first one's receipt was the answer.
  if (committed === 'conflict') throw new Error(`new case ${command.caseId} collided`)
  return committed.ok ? { ...committed, first: committed.state.id === command.caseId } : committed
}
