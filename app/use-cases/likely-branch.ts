import type { ChooseNode, FlowNode } from '#app/kernel/definition/definition.ts'
import { insideOf } from '#app/kernel/definition/nodes.ts'

/** Of a choice not yet made, the first branch that goes on or can end granted; else the first. */
export const likelyBranch = ({ branches }: Pick<ChooseNode, 'branches'>): number => Math.max(0, branches.findIndex((branch) => leadsOn(branch.do)))

function leadsOn(flow: readonly FlowNode[]): boolean {
  const ends = endsIn(flow)
  return ends.length === 0 || ends.includes('granted')
}

const endsIn = (flow: readonly FlowNode[]): string[] => flow.flatMap((node) => (node.node === 'end' ? [node.end] : insideOf(node).flatMap(endsIn)))
