import { formatSpan } from '#app/kernel/clock/span.ts'
import type { AutoNode, FlowNode, StageNode, SubNode, TaskNode, WaitNode } from '#app/kernel/definition/definition.ts'

export type Named = StageNode | TaskNode | WaitNode | SubNode | AutoNode | (FlowNode & { node: 'each' })
export const isNamed = (node: FlowNode): node is Named => 'name' in node

/** What a step is, without who does it and how long it may take: those are compared on their own. */
export function describeStep(node: Named): string {
  switch (node.node) {
    case 'stage':
      return `stage${node.returns ? `, returns at most ${node.returns.max}, else ${node.returns.else}` : ''}`
    case 'task':
      return join('task', `outcomes ${node.outcomes.join(', ')}`, ...conditions(node), taskMore(node))
    case 'wait':
      return join(`wait for ${node.awaits.what}`, JSON.stringify(node.awaits), ...conditions(node), `else ${node.else}`)
    case 'sub':
      return join(`part ${node.service} version ${node.version}`, ...conditions(node), node.takes.length > 0 && `takes ${node.takes.join(', ')}`)
    case 'auto':
      return join(`makes ${node.makes.kind} ${node.makes.template}`, JSON.stringify(node.makes))
    case 'each':
      return `for each of ${node.of}`
    default:
      return node satisfies never
  }
}

const conditions = (node: TaskNode | WaitNode | SubNode): (string | null)[] => [node.when && `when ${node.when}`, node.after.length > 0 ? `after ${node.after.join(', ')}` : null]

const taskMore = ({ notBy, silence, sets, reasons, trips, siteVisits }: TaskNode): string =>
  join(
    notBy.length > 0 && `not by who did ${notBy.join(', ')}`,
    silence && `silence counts as ${silence}`,
    sets.length > 0 && `sets ${sets.join(', ')}`,
    ...Object.entries(reasons).map(([outcome, codes]) => `${outcome} because ${codes.join(', ')}`),
    trips > 0 && `${trips} trips`,
    siteVisits > 0 && `${siteVisits} site visits`,
  )

/** Working days, days or hours, and whose clock; null for what takes no time of its own. */
export function timeOf(node: Named): string | null {
  if (node.node === 'stage') return node.returns ? `${formatSpan(node.returns.within)}, clock ${node.returns.clock}` : null
  return node.node === 'task' || node.node === 'wait' ? `${formatSpan(node.within)}, clock ${node.clock}` : null
}

const join = (...parts: (string | false | null)[]): string => parts.filter(Boolean).join(', ')
