import type { Actor } from '#app/kernel/case/actor.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import { definitionOf, type Environment } from './environment.ts'
import { findCase } from './find-case.ts'

/** By which definition an applicant's own case goes; null for anybody else. */
export async function definitionOfCase(env: Environment, actor: Actor, ref: string): Promise<Definition | null> {
  const state = await findCase(env, actor, ref, 'follow_case')
  return state && definitionOf(env, state.service, state.definitionHash)
}
