import type { Definition, TaskNode } from '#app/kernel/definition/definition.ts'
import { baseName, itemOf } from '#app/kernel/definition/item-name.ts'
import { indexOf, returnStageOf, taskNode } from '#app/kernel/definition/nodes.ts'

import type { Actor } from './actor.ts'
import { type CaseState, type Task, type TaskPart, taskKey } from './case-state.ts'
import type { TaskRef } from './command.ts'
import { officeOf } from './desks-for.ts'
import { type Problem, type Refused, refuse } from './problem.ts'

/** The outcome by which a desk asks the applicant for something. */
export const RETURN = 'return'

export type FoundTask = { ok: true; task: Task; part: TaskPart }

/**
 * The open part of a task that a command answers.
 * Problems: `task_closed` (somebody answered it, or it never opened), `stale_task` (it changed since the sender looked).
 */
export function findTask(state: CaseState, ref: TaskRef): FoundTask | Refused {
  const task = state.tasks[taskKey(ref.task, ref.round)]
  const part = task?.parts.find((one) => one.desk === ref.desk)
  if (!task || !part || task.cancelled || task.outcome !== null || part.outcome !== null) {
    return refuse({ code: 'task_closed', task: ref.task })
  }
  return task.version === ref.version ? { ok: true, task, part } : refuse({ code: 'stale_task', task: ref.task })
}

/** As `findTask`, for a part the actor holds. Problems beside: `not_permitted`, `not_claimed`, `claimed_by_other`. */
export function findHeldTask(state: CaseState, ref: TaskRef, actor: Actor): FoundTask | Refused {
  if (actor.kind !== 'staff') return refuse({ code: 'not_permitted' })
  const found = findTask(state, ref)
  if (!found.ok) return found
  const holder = found.part.claimedBy
  if (!holder) return refuse({ code: 'not_claimed', task: ref.task })
  return holder.id === actor.id ? found : refuse({ code: 'claimed_by_other', task: ref.task, person: holder.name })
}

/**
 * Why this person may not take this task, or null. Four eyes work both ways, since parallel branches go in any order:
 * nobody answers two tasks of which one names the other in `not_by`, in whatever round, nor holds one and answers the
 * other. On a joint task nobody reports for two desks.
 */
export function mayNotTake(definition: Definition, state: CaseState, ref: Pick<TaskRef, 'task' | 'round' | 'desk'>, person: { id: string; desks: readonly string[] }): Problem | null {
  const node = taskNode(definition, ref.task)
  if (!node || !node.desks.includes(officeOf(ref.desk))) return { code: 'not_open', what: ref.task }
  if (!person.desks.includes(ref.desk)) return { code: 'not_at_desk', desk: ref.desk }
  const other = apartFrom(definition, node).find((name) => hasTaken(state, name, itemOf(ref.task), person.id))
  if (other) return { code: 'same_person', task: ref.task, other }
  return holdsOtherPart(state, ref, person.id) ? { code: 'same_person', task: ref.task, other: ref.task } : null
}

/** The tasks that somebody else than this task's person must answer. */
function apartFrom(definition: Definition, node: TaskNode): string[] {
  const others = [...indexOf(definition).tasks.values()].filter((one) => one.notBy.includes(node.name)).map((one) => one.name)
  return [...node.notBy, ...others]
}

/** Of the same item, where both tasks stand for each: a colleague's work on another item is nobody's second look. */
const hasTaken = (state: CaseState, name: string, item: number | null, person: string): boolean =>
  Object.values(state.tasks).some((task) => baseName(task.name) === name && (item === null || itemOf(task.name) === null || itemOf(task.name) === item) && task.parts.some((part) => (part.by ?? part.claimedBy)?.id === person))

const holdsOtherPart = (state: CaseState, ref: Pick<TaskRef, 'task' | 'round' | 'desk'>, person: string): boolean =>
  (state.tasks[taskKey(ref.task, ref.round)]?.parts ?? []).some(
    (part) => part.desk !== ref.desk && (part.by ?? part.claimedBy)?.id === person,
  )

/** The outcomes a task may have now: `return` only while its stage has a return left. */
export function allowedOutcomes(definition: Definition, state: CaseState, name: string): readonly string[] {
  const outcomes = taskNode(definition, name)?.outcomes ?? []
  const stage = returnStageOf(definition, name)
  const left = stage?.returns ? stage.returns.max - (state.returns[stage.name]?.length ?? 0) : 0
  return left > 0 ? outcomes : outcomes.filter((outcome) => outcome !== RETURN)
}
