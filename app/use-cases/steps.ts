import { type CaseState, latestRound } from '#app/kernel/case/case-state.ts'
import type { Definition, FlowNode } from '#app/kernel/definition/definition.ts'
import { allNodes } from '#app/kernel/definition/nodes.ts'

/** One step of a case's way as people read it: a task, a wait, or a result. */
export type Step = {
  kind: 'task' | 'wait' | 'auto'
  name: string
  /** Departments that act; none for waits and results. */
  departments: readonly string[]
  state: 'done' | 'now' | 'returned' | 'to_come' | 'perhaps' | 'not_needed'
  openedAt: number | null
  doneAt: number | null
  outcome: string | null
  visitOn: string | null
}

/**
 * The steps in the order of the flow. Of a choice not yet made only the way that leads on is shown, as what may come.
 * `perhaps`: to come only if its condition holds.
 */
export function stepsOf(definition: Definition, state: CaseState): Step[] {
  return shownNodes(definition.flow, state).flatMap((node) => {
    if (node.node === 'task') return [taskStep(state, node)]
    if (node.node === 'wait') return [waitStep(state, node)]
    return node.node === 'auto' ? [autoStep(state, node)] : []
  })
}

function shownNodes(flow: readonly FlowNode[], state: CaseState): FlowNode[] {
  return flow.flatMap((node) => {
    if (node.node !== 'choose') return node.node === 'stage' ? shownNodes(node.do, state) : node.node === 'parallel' ? node.branches.flatMap((branch) => shownNodes(branch, state)) : allNodes([node])
    const branch = node.branches[state.choices[node.id] ?? 0]
    return state.end !== null && state.choices[node.id] === undefined ? [] : shownNodes(branch?.do ?? [], state)
  })
}

const blank = { openedAt: null, doneAt: null, outcome: null, visitOn: null }

function taskStep(state: CaseState, node: FlowNode & { node: 'task' }): Step {
  const task = latestRound(state, node.name)
  const step = { kind: 'task' as const, name: node.name, departments: node.desks.map((desk) => desk.split('.')[0] ?? desk) }
  if (!task) return { ...step, ...blank, state: notOpened(state, node) }
  const at = { openedAt: task.openedAt, doneAt: task.decidedAt, outcome: task.outcome, visitOn: task.visitOn }
  if (task.cancelled) return { ...step, ...at, state: 'not_needed' }
  return { ...step, ...at, state: task.outcome === null ? 'now' : task.outcome === 'return' ? 'returned' : 'done' }
}

function waitStep(state: CaseState, node: FlowNode & { node: 'wait' }): Step {
  const wait = state.waits[node.name]
  const step = { kind: 'wait' as const, name: node.name, departments: [] }
  if (!wait) return { ...step, ...blank, state: notOpened(state, node) }
  return { ...step, ...blank, openedAt: wait.openedAt, doneAt: wait.closedAt, state: wait.closedAt === null ? 'now' : wait.expired ? 'not_needed' : 'done' }
}

function autoStep(state: CaseState, node: FlowNode & { node: 'auto' }): Step {
  const done = state.autos.includes(node.name)
  return { kind: 'auto', name: node.name, departments: [], ...blank, doneAt: done ? state.endedAt : null, state: done ? 'done' : state.end !== null ? 'not_needed' : 'to_come' }
}

const notOpened = (state: CaseState, node: { name: string; when: string | null }): Step['state'] =>
  state.end !== null || state.skipped.includes(node.name) ? 'not_needed' : node.when === null ? 'to_come' : 'perhaps'
