import type { Actor } from '#app/kernel/case/actor.ts'
import type { CaseEvent } from '#app/kernel/case/case-event.ts'
import type { Decision, TaskRef } from '#app/kernel/case/command.ts'
import { decide } from '#app/kernel/case/decide.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'

import { definitionOf, type Environment } from './environment.ts'
import { findCase } from './find-case.ts'

/** What would follow, had it been decided: the kernel is pure, so it is simply asked. */
export type Preview = { ok: true; events: readonly CaseEvent[]; state: CaseState } | { ok: false; problem: Problem }

/** Decides without recording anything. Problems: all that deciding would meet. */
export async function previewDecision(env: Environment, actor: Actor, ref: string, task: TaskRef, decision: Decision): Promise<Preview> {
  const state = await findCase(env, actor, ref, 'see_case')
  if (!state) return refuse({ code: 'not_found' })
  const definition = await definitionOf(env, state.service, state.definitionHash)
  return decide(definition, state, { type: 'decide', ...task, ...decision }, { now: env.now(), calendar: env.catalogue.calendar, actor, code: 'PREVIEW' })
}
