import type { Definition, FlowNode } from '#app/kernel/definition/definition.ts'
import { allNodes, insideOf } from '#app/kernel/definition/nodes.ts'
import type { Worst } from '#app/kernel/proof/worst-case.ts'

/** What a service costs an applicant: the four that reforms reduce (time, materials, steps, trips). Days are wd. */
export type FourReductions = { promisedDays: number; worstDays: number; files: number; questions: number; longestWay: number; tasks: number; trips: number }

/** @param worst as proved of the same definition */
export function fourReductions(definition: Definition, worst: Worst): FourReductions {
  const asked = Object.values(definition.data).filter((field) => field.kind === 'question')
  const files = asked.filter(({ type }) => type.type === 'file').length
  return {
    promisedDays: definition.promise.amount,
    worstDays: worst.workingDays,
    files,
    questions: asked.length - files,
    longestWay: longestWay(definition.flow),
    tasks: allNodes(definition.flow).filter(({ node }) => node === 'task').length,
    trips: worst.trips,
  }
}

/** The most tasks one after the other. */
function longestWay(flow: readonly FlowNode[]): number {
  return flow.reduce((sum, node) => sum + (node.node === 'task' ? 1 : Math.max(0, ...insideOf(node).map(longestWay))), 0)
}
