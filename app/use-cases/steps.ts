import { type CaseState, latestRound, type Task } from '#app/kernel/case/case-state.ts'
import { desksFor } from '#app/kernel/case/desks-for.ts'
import { departmentOf } from '#app/kernel/case/seen-by.ts'
import type { Definition, FlowNode, TaskNode } from '#app/kernel/definition/definition.ts'
import { itemName } from '#app/kernel/definition/item-name.ts'

import { likelyBranch } from './likely-branch.ts'

/** One step of a case's way as people read it: a task, a wait, or a result. */
export type Step = {
  kind: 'task' | 'wait' | 'auto' | 'sub'
  /** Of an item, its own: `enrolment.2`. */
  name: string
  /** Departments that act; none for waits and results, and for a task whose department a value has yet to name. */
  departments: readonly string[]
  state: 'done' | 'now' | 'returned' | 'to_come' | 'perhaps' | 'not_needed'
  openedAt: number | null
  doneAt: number | null
  outcome: string | null
  visitOn: string | null
}

/**
 * The steps in the order of the flow. Of a choice not yet made only the way that leads on is shown, as what may come.
 * `perhaps`: to come only if its condition holds. Once appealed against, the steps of the appeal follow.
 */
export function stepsOf(definition: Definition, state: CaseState): Step[] {
  const appealed = state.appealedAt === null ? [] : (definition.appeal?.flow ?? [])
  return [...shownNodes(definition.flow, state, null), ...shownNodes(appealed, state, null)].flatMap((node) => {
    switch (node.node) {
      case 'task':
        return [taskStep(state, node)]
      case 'wait':
        return [waitStep(state, node)]
      case 'sub':
        return [subStep(state, node)]
      case 'auto':
        return [autoStep(state, node)]
      default:
        return []
    }
  })
}

/** The steps that may concern this case, those of an item under the item's name. */
function shownNodes(flow: readonly FlowNode[], state: CaseState, item: number | null): FlowNode[] {
  return flow.flatMap((node): FlowNode[] => {
    switch (node.node) {
      case 'stage':
        return shownNodes(node.do, state, item)
      case 'parallel':
        return node.branches.flatMap((branch) => shownNodes(branch, state, item))
      case 'each':
        return Array.from({ length: state.counts[node.name] ?? 0 }, (_, i) => shownNodes(node.do, state, i + 1)).flat()
      case 'choose':
        return shownBranch(node, state, item)
      case 'end':
        return []
      default:
        return [{ ...node, name: itemName(node.name, item) }]
    }
  })
}

function shownBranch(node: FlowNode & { node: 'choose' }, state: CaseState, item: number | null): FlowNode[] {
  const chosen = state.choices[itemName(node.id, item)]
  return state.end !== null && chosen === undefined ? [] : shownNodes(node.branches[chosen ?? likelyBranch(node)]?.do ?? [], state, item)
}

const blank = { openedAt: null, doneAt: null, outcome: null, visitOn: null }

function taskStep(state: CaseState, node: FlowNode & { node: 'task' }): Step {
  const task = latestRound(state, node.name)
  const step = { kind: 'task' as const, name: node.name, departments: desksOf(state, node, task).map(departmentOf) }
  if (!task) return { ...step, ...blank, state: notOpened(state, node) }
  const at = { openedAt: task.openedAt, doneAt: task.decidedAt, outcome: task.outcome, visitOn: task.visitOn }
  if (task.cancelled) return { ...step, ...at, state: 'not_needed' }
  return { ...step, ...at, state: task.outcome === null ? 'now' : task.outcome === 'return' ? 'returned' : 'done' }
}

/** Those it came to; before, those it will come to, as far as that is known. */
function desksOf(state: CaseState, node: TaskNode, task: Task | null): readonly string[] {
  if (task) return task.parts.map(({ desk }) => desk)
  if (node.department === null) return node.desks
  const named = state.answers[node.department]?.value ?? null
  return named === null ? [] : desksFor({ data: {} }, node, { [node.department]: named })
}

function waitStep(state: CaseState, node: FlowNode & { node: 'wait' }): Step {
  const wait = state.waits[node.name]
  const step = { kind: 'wait' as const, name: node.name, departments: [] }
  if (!wait) return { ...step, ...blank, state: notOpened(state, node) }
  return { ...step, ...blank, openedAt: wait.openedAt, doneAt: wait.closedAt, state: wait.closedAt === null ? 'now' : wait.expired ? 'not_needed' : 'done' }
}

function subStep(state: CaseState, node: FlowNode & { node: 'sub' }): Step {
  const sub = state.subs[node.name]
  const step = { kind: 'sub' as const, name: node.name, departments: [] }
  if (!sub) return { ...step, ...blank, state: notOpened(state, node) }
  return { ...step, ...blank, openedAt: sub.openedAt, doneAt: sub.endedAt, outcome: sub.end, state: sub.end === null ? 'now' : 'done' }
}

function autoStep(state: CaseState, node: FlowNode & { node: 'auto' }): Step {
  const done = state.autos.includes(node.name)
  return { kind: 'auto', name: node.name, departments: [], ...blank, doneAt: done ? state.endedAt : null, state: done ? 'done' : state.end !== null ? 'not_needed' : 'to_come' }
}

const notOpened = (state: CaseState, node: { name: string; when: string | null }): Step['state'] =>
  state.end !== null || state.skipped.includes(node.name) ? 'not_needed' : node.when === null ? 'to_come' : 'perhaps'
