import { type CaseState, latestRound, type Task, type Wait } from '#app/kernel/case/case-state.ts'
import { RETURN } from '#app/kernel/case/find-task.ts'
import { itemName } from '#app/kernel/definition/item-name.ts'

import type { StepNode } from './block.ts'
import type { Mark } from './mark.ts'

/**
 * How a case stands at one step of its flow. A step of an `each` stands once in the picture for all its items: what is
 * still open tells how it stands.
 * @param each the `each` around it, if any
 * @param untouched the mark of what was never begun
 */
export function markStep(state: CaseState, node: StepNode, each: string | null, untouched: 'to_come' | 'not_needed'): Mark {
  const count = each === null ? undefined : state.counts[each]
  const names = count === undefined ? [node.name] : Array.from({ length: count }, (_, i) => itemName(node.name, i + 1))
  const found = names.map((name) => (state.skipped.includes(name) ? 'not_needed' : (begun(state, node, name) ?? untouched)))
  return (['returned', 'now', 'to_come', 'done'] as const).find((mark) => found.includes(mark)) ?? 'not_needed'
}

/** Null for a step that was never reached. */
function begun(state: CaseState, node: StepNode, name: string): Mark | null {
  const task = node.node === 'task' ? latestRound(state, name) : null
  if (task) return taskMark(task)
  const wait = node.node === 'wait' ? state.waits[name] : undefined
  if (wait) return wait.closedAt === null ? openMark(state) : ranOut(wait, node) ? 'not_needed' : 'done'
  const sub = node.node === 'sub' ? state.subs[name] : undefined
  if (sub) return sub.end === null ? openMark(state) : 'done'
  return node.node === 'auto' && state.autos.includes(name) ? 'done' : null
}

const taskMark = (task: Task): Mark => (task.cancelled ? 'not_needed' : task.outcome === null ? 'now' : task.outcome === RETURN ? 'returned' : 'done')

/** A notice is over when its time has run out; anything else never came then. */
const ranOut = (wait: Wait, node: StepNode): boolean => wait.expired && node.node === 'wait' && node.awaits.what !== 'notice'

/** What is left open when a case ends is not needed any more. */
const openMark = (state: CaseState): Mark => (state.end === null ? 'now' : 'not_needed')
