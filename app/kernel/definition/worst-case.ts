import type { Unhashed } from './check-definition.ts'
import type { FlowNode, StageNode, TaskNode } from './definition.ts'
import { allNodes } from './nodes.ts'

/** The most a case of a service can take; working days are the offices' own, as the clock counts them. */
export type Worst = { trips: number; siteVisits: number; returns: number; workingDays: number }

const NONE: Worst = { trips: 0, siteVisits: 0, returns: 0, workingDays: 0 }

/**
 * Worst case over all ways through a flow, if every desk uses its whole time and every return is used. Ways are taken
 * without asking whether their conditions can hold together, so the figures are never too low.
 */
export function worstCase(definition: Unhashed): Worst {
  const meant = new Set(Object.values(definition.data).flatMap((field) => (field.kind === 'desk' ? [] : (field.seenBy ?? []))))
  return worstOf(definition.flow, meant)
}

const plus = (a: Worst, b: Worst): Worst => ({
  trips: a.trips + b.trips,
  siteVisits: a.siteVisits + b.siteVisits,
  returns: a.returns + b.returns,
  workingDays: a.workingDays + b.workingDays,
})

const most = (a: Worst, b: Worst): Worst => ({
  trips: Math.max(a.trips, b.trips),
  siteVisits: Math.max(a.siteVisits, b.siteVisits),
  returns: Math.max(a.returns, b.returns),
  workingDays: Math.max(a.workingDays, b.workingDays),
})

type Meant = ReadonlySet<string>

const worstOf = (flow: readonly FlowNode[], meant: Meant): Worst => flow.map((node) => worstNode(node, meant)).reduce(plus, NONE)

function worstNode(node: FlowNode, meant: Meant): Worst {
  switch (node.node) {
    case 'task':
      return { trips: node.trips, siteVisits: node.siteVisits, returns: 0, workingDays: workingDays(node) }
    case 'wait':
      return { ...NONE, workingDays: node.clock === 'running' ? spanDays(node.within) : 0 }
    case 'stage':
      return worstStage(node, meant)
    case 'parallel': {
      const branches = node.branches.map((branch) => worstOf(branch, meant))
      return { ...branches.reduce(plus, NONE), workingDays: Math.max(...branches.map((branch) => branch.workingDays)) }
    }
    case 'choose':
      return node.branches.map((branch) => worstOf(branch.do, meant)).reduce(most, NONE)
    case 'auto':
    case 'end':
      return NONE
    default:
      return node satisfies never
  }
}

const workingDays = (node: TaskNode): number => (node.clock === 'stopped' ? 0 : spanDays(node.within))

/** Calendar days and hours are at most as many working days, rounded up. */
const spanDays = (span: { amount: number; unit: 'wd' | 'd' | 'h' }): number => (span.unit === 'h' ? Math.ceil(span.amount / 24) : span.amount)

/** Each return repeats at worst the dearest part of the stage that can be looked at again. */
function worstStage(node: StageNode, meant: Meant): Worst {
  const once = worstOf(node.do, meant)
  const max = node.returns?.max ?? 0
  if (max === 0) return once
  const again = repeated(node.do, meant)
  const visits = allNodes(node.do).flatMap((inner) => (inner.node === 'task' ? [inner] : []))
  const trips = visits.reduce((sum, task) => sum + task.trips, 0)
  const siteVisits = visits.reduce((sum, task) => sum + task.siteVisits, 0)
  const running = node.returns?.clock === 'running' ? spanDays(node.returns.within) : 0
  return plus(once, { trips: trips * max, siteVisits: siteVisits * max, returns: max, workingDays: (again + running) * max })
}

/** Working days of one more round, when the last node to ask is the dearest; before it, desks that changed values are meant for. */
function repeated(flow: readonly FlowNode[], meant: Meant): number {
  let before = 0
  let dearest = 0
  for (const node of flow) {
    dearest = Math.max(dearest, before + repeatedNode(node, meant, true))
    before += repeatedNode(node, meant, false)
  }
  return dearest
}

function repeatedNode(node: FlowNode, meant: Meant, asks: boolean): number {
  if (node.node === 'task') {
    const again = (asks && node.outcomes.includes('return')) || node.desks.some((desk) => meant.has(desk.split('.')[0] ?? ''))
    // A task skipped before may have to be done now.
    return again || node.when !== null ? workingDays(node) : 0
  }
  const branches = node.node === 'parallel' ? node.branches : node.node === 'choose' ? node.branches.map((branch) => branch.do) : node.node === 'stage' ? [node.do] : []
  return Math.max(0, ...branches.map((branch) => (asks ? repeated(branch, meant) : branch.reduce((sum, one) => sum + repeatedNode(one, meant, false), 0))))
}
