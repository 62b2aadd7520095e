import type { Actor } from '#app/kernel/case/actor.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Command } from '#app/kernel/case/command.ts'
import { decide } from '#app/kernel/case/decide.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import { commitOf } from './commit-of.ts'
import type { Keys } from './effects/case-commit.ts'
import { definitionOf, type Environment } from './environment.ts'

export type Commanded = { ok: true; state: CaseState } | { ok: false; problem: Problem }

/** One attempt, on a state at hand (null: a new case, of the definition given). */
export async function decideAndCommit(env: Environment, actor: Actor, state: CaseState | null, command: Command, keys: Keys, began?: Definition): Promise<Commanded | 'conflict'> {
  const now = env.now()
  const { calendar, registers } = env.catalogue
  const definition = state ? await definitionOf(env, state.service, state.definitionHash) : began
  if (!definition) return refuse({ code: 'not_found' })
  const decided = decide(definition, state, command, { now, calendar, actor, code: env.chance.code(), definitions: env.catalogue.definitions })
  if (!decided.ok) return decided
  const goesBy = state && decided.state.definitionHash !== state.definitionHash ? await definitionOf(env, state.service, decided.state.definitionHash) : definition
  const effect = { definition: goesBy, state: decided.state, events: decided.events, calendar, now, registers }
  const built = await commitOf(env, effect, keys)
  if (!built.ok) return built
  const committed = await env.store.commit(built.commit)
  if (committed.ok) return { ok: true, state: decided.state }
  if (committed.reason === 'conflict') return 'conflict'
  const first = await env.store.cases.load(committed.caseId)
  return first ? { ok: true, state: first } : refuse({ code: 'not_found' })
}
