import { soundCondition } from '#app/kernel/condition/sound-condition.ts'
import type { Expression } from '#app/kernel/condition/syntax.ts'
import type { FlowNode, StageNode } from '#app/kernel/definition/definition.ts'
import { insideOf } from '#app/kernel/definition/nodes.ts'

import type { Goal } from './leaves.ts'

/** A place where a flow asks a condition. */
export type Site = {
  node: FlowNode
  /** Of a choose. */
  branch: number | null
  when: string
  expression: Expression
  /** The stage with returns around it. */
  stage: StageNode | null
  /** The `each` around it. */
  each: string | null
  /** What holds of the branches it stands in: their own condition, and not those of the branches before an else. */
  within: readonly Goal[]
  /** Has every stage with returns been left behind when it is asked? */
  settled: boolean
}

type Around = Pick<Site, 'stage' | 'each' | 'within'>

/** Every condition of a flow, in the order of the file. */
export function sitesOf(flow: readonly FlowNode[]): Site[] {
  const sites = collect(flow, { stage: null, each: null, within: [] })
  const open = lastReturns(flow, sites)
  return sites.map((site, i) => ({ ...site, settled: i >= open }))
}

function collect(flow: readonly FlowNode[], around: Around): Site[] {
  return flow.flatMap((node) => {
    const own = 'when' in node && node.when !== null ? [siteOf(node, null, node.when, around)] : []
    const whens = node.node === 'choose' ? node.branches.flatMap(({ when }, i) => (when === null ? [] : [siteOf(node, i, when, around)])) : []
    const inner = insideOf(node).flatMap((branch, i) => collect(branch, insideAround(node, i, around)))
    return [...own, ...whens, ...inner]
  })
}

const siteOf = (node: FlowNode, branch: number | null, when: string, around: Around): Site => ({ node, branch, when, expression: soundCondition(when), settled: false, ...around })

function insideAround(node: FlowNode, branch: number, around: Around): Around {
  if (node.node === 'stage') return { ...around, stage: node.returns ? node : around.stage }
  if (node.node === 'each') return { ...around, each: node.name }
  if (node.node !== 'choose') return around
  const when = node.branches[branch]?.when ?? null
  const goals = when === null ? node.branches.flatMap((one) => (one.when === null ? [] : [{ expression: soundCondition(one.when), holds: false }])) : [{ expression: soundCondition(when), holds: true }]
  return { ...around, within: [...around.within, ...goals] }
}

/** How many sites come before the end of the last stage with returns, wherever it stands. */
function lastReturns(flow: readonly FlowNode[], sites: readonly Site[]): number {
  let before = 0
  let open = 0
  const walk = (nodes: readonly FlowNode[]): void => {
    for (const node of nodes) {
      before += sites.filter((site) => site.node === node).length
      for (const branch of insideOf(node)) walk(branch)
      if (node.node === 'stage' && node.returns) open = before
    }
  }
  walk(flow)
  return open
}
