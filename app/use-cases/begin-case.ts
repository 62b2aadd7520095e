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
  const begun = await beginFromDraft(env, actor, definition, submission, keys)
  // A new case can only collide with itself, and then the first one's receipt was the answer.
  if (begun === 'conflict') throw new Error('a new case collided')
  return begun
}

/** The same of a draft. `conflict`: it was saved or removed since it was read, so that what is in it now has to be looked at. */
export async function beginFromDraft(env: Environment, actor: Actor, definition: Definition, submission: Submission, keys: Keys): Promise<Begun | 'conflict'> {
  const now = env.now()
  const command = { type: 'submit' as const, caseId: env.chance.id(now), ref: env.chance.ref(now), ...submission }
  const committed = await decideAndCommit(env, actor, null, command, keys, definition)
  if (committed === 'conflict') return committed
  return committed.ok ? { ...committed, first: committed.state.id === command.caseId } : committed
}
