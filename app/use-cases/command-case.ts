import type { Actor } from '#app/kernel/case/actor.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Command } from '#app/kernel/case/command.ts'
import { decide } from '#app/kernel/case/decide.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'

import { caseCommit, type Keys } from './effects/case-commit.ts'
import { definitionOf, type Environment } from './environment.ts'

export type Commanded = { ok: true; state: CaseState } | { ok: false; problem: Problem }

/** Departments working side by side on one case collide at most this often before somebody is told. */
const ATTEMPTS = 8

/**
 * Load, decide, commit: the way of every command on a case. When somebody else's events came first, it is decided
 * again on the new state; whether it still holds is the kernel's to say.
 */
export async function commandCase(env: Environment, actor: Actor, caseId: string, command: Exclude<Command, { type: 'submit' }>): Promise<Commanded> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const state = await env.store.cases.load(caseId)
    if (!state) return refuse({ code: 'not_found' })
    const commanded = await decideAndCommit(env, actor, state, command, { draftId: null, idempotencyKey: null })
    if (commanded !== 'conflict') return commanded
  }
  throw new Error(`case ${caseId} changed ${ATTEMPTS} times while ${command.type} was decided`)
}

/** One attempt, on a state at hand (null: a new case). */
export async function decideAndCommit(env: Environment, actor: Actor, state: CaseState | null, command: Command, keys: Keys, service?: string): Promise<Commanded | 'conflict'> {
  const now = env.now()
  const { calendar, registers } = env.catalogue
  const definition = state ? await definitionOf(env, state.service, state.definitionHash) : env.catalogue.services[service ?? '']
  if (!definition) return refuse({ code: 'not_found' })
  const decided = decide(definition, state, command, { now, calendar, actor, code: env.chance.code() })
  if (!decided.ok) return decided
  const person = await env.store.people.find(decided.state.applicant.person)
  const effect = { definition, state: decided.state, events: decided.events, calendar, now, subject: person?.subject ?? null, registers }
  const built = caseCommit(env, effect, keys)
  if (!built.ok) return built
  const committed = await env.store.commit(built.commit)
  if (committed.ok) return { ok: true, state: decided.state }
  if (committed.reason === 'conflict') return 'conflict'
  const first = await env.store.cases.load(committed.caseId)
  return first ? { ok: true, state: first } : refuse({ code: 'not_found' })
}
