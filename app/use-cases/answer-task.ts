import type { Actor } from '#app/kernel/case/actor.ts'
import type { Decision, TaskRef } from '#app/kernel/case/command.ts'
import type { Person } from '#app/kernel/case/case-state.ts'
import { refuse } from '#app/kernel/case/problem.ts'

import { commandCase } from './command-case.ts'
import type { Commanded } from './decide-and-commit.ts'
import type { Environment } from './environment.ts'
import { findCase } from './find-case.ts'

type OnTask = (env: Environment, actor: Actor, ref: string, task: TaskRef) => Promise<Commanded>

/** Takes a task on. Problems: those of the kernel's `claim`. */
export const claimTask: OnTask = (env, actor, ref, task) => onCase(env, actor, ref, { type: 'claim', ...task })

/** Puts a task back into the queue. */
export const releaseTask: OnTask = (env, actor, ref, task) => onCase(env, actor, ref, { type: 'release', ...task })

/** Decides, asks for a return, or reports. */
export const decideTask = (env: Environment, actor: Actor, ref: string, task: TaskRef, decision: Decision): Promise<Commanded> =>
  onCase(env, actor, ref, { type: 'decide', ...task, ...decision })

/** Sets the day of a visit, YYYY-MM-DD. */
export const scheduleVisit = (env: Environment, actor: Actor, ref: string, task: TaskRef, on: string): Promise<Commanded> =>
  onCase(env, actor, ref, { type: 'schedule_visit', ...task, on })

/** Gives a task to a colleague. Problem beside the kernel's: `not_found` when there is no such person. */
export async function handOverTask(env: Environment, actor: Actor, ref: string, task: TaskRef, toId: string): Promise<Commanded> {
  const colleague = await env.store.people.find(toId)
  if (!colleague) return refuse({ code: 'not_found' })
  const to: Person & { desks: readonly string[] } = { id: colleague.id, name: colleague.name, desks: colleague.desks }
  return onCase(env, actor, ref, { type: 'hand_over', ...task, to })
}

async function onCase(env: Environment, actor: Actor, ref: string, command: Parameters<typeof commandCase>[3]): Promise<Commanded> {
  const state = await findCase(env, actor, ref, 'see_case')
  return state ? commandCase(env, actor, state.id, command) : refuse({ code: 'not_found' })
}
