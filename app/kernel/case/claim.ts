import type { Definition } from '#app/kernel/definition/definition.ts'

import type { Actor } from './actor.ts'
import type { CaseState } from './case-state.ts'
import type { Command } from './command.ts'
import type { Ruling } from './decide.ts'
import { findHeldTask, findTask, mayNotTake } from './find-task.ts'
import { refuse } from './problem.ts'

/**
 * Takes a task on: from now on only this person answers it.
 * Problems: `claimed_by_other`, `same_person`, `not_at_desk`, and those of `findTask`.
 */
export function claim(definition: Definition, state: CaseState, command: Command & { type: 'claim' }, actor: Actor): Ruling {
  if (actor.kind !== 'staff') return refuse({ code: 'not_permitted' })
  const forbidden = mayNotTake(definition, state, command, actor)
  if (forbidden) return refuse(forbidden)
  const found = findTask(state, command)
  const holder = heldBy(state, command)
  if (holder && holder.id !== actor.id) return refuse({ code: 'claimed_by_other', task: command.task, person: holder.name })
  if (!found.ok) return found
  if (holder) return refuse({ code: 'stale_task', task: command.task })
  const { task, round, desk } = command
  return { ok: true, bodies: [{ type: 'task_claimed', task, round, desk, person: { id: actor.id, name: actor.name } }] }
}

/** Who holds the part, even at a version the sender has not seen: two clerks at once each learn who was first. */
function heldBy(state: CaseState, command: Command & { type: 'claim' }) {
  const task = state.tasks[`${command.task}:${command.round}`]
  return task?.outcome === null ? (task.parts.find((part) => part.desk === command.desk)?.claimedBy ?? null) : null
}

/** Puts a task back into the queue of its desk. Problems: those of `findHeldTask`. */
export function release(state: CaseState, command: Command & { type: 'release' }, actor: Actor): Ruling {
  const found = findHeldTask(state, command, actor)
  if (!found.ok) return found
  const { task, round, desk } = command
  return { ok: true, bodies: [{ type: 'task_released', task, round, desk }] }
}
