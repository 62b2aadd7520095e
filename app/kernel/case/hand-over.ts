import type { Definition } from '#app/kernel/definition/definition.ts'

import type { Actor } from './actor.ts'
import type { CaseState } from './case-state.ts'
import type { Command } from './command.ts'
import type { Ruling } from './decide.ts'
import { findHeldTask, mayNotTake } from './find-task.ts'
import { refuse } from './problem.ts'

/** Gives a held task to a colleague of the same desk who may take it. Problems: those of holding and of taking. */
export function handOver(definition: Definition, state: CaseState, command: Command & { type: 'hand_over' }, actor: Actor): Ruling {
  const found = findHeldTask(state, command, actor)
  if (!found.ok) return found
  const forbidden = mayNotTake(definition, state, command, command.to)
  if (forbidden) return refuse(forbidden)
  const { task, round, desk } = command
  return { ok: true, bodies: [{ type: 'task_handed_over', task, round, desk, to: { id: command.to.id, name: command.to.name } }] }
}
