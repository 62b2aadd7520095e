import type { AutoNode, Definition, FlowNode, StageNode, SubNode, TaskNode, WaitNode } from './definition.ts'
import { baseName } from './item-name.ts'

/** The nodes inside a node, one list for each way on. */
export function insideOf(node: FlowNode): readonly (readonly FlowNode[])[] {
  switch (node.node) {
    case 'stage':
    case 'each':
      return [node.do]
    case 'parallel':
      return node.branches
    case 'choose':
      return node.branches.map((branch) => branch.do)
    case 'task':
    case 'wait':
    case 'sub':
    case 'auto':
    case 'end':
      return []
    default:
      return node satisfies never
  }
}

/** Every node of a flow, outer before inner, in the order of the file. */
export function allNodes(flow: readonly FlowNode[]): FlowNode[] {
  return flow.flatMap((node) => [node, ...insideOf(node).flatMap(allNodes)])
}

/** Every node of a definition: of its flow and of its appeal's. */
export const nodesOf = ({ flow, appeal }: Pick<Definition, 'flow' | 'appeal'>): FlowNode[] => [...allNodes(flow), ...allNodes(appeal?.flow ?? [])]

type Index = {
  tasks: ReadonlyMap<string, TaskNode>
  waits: ReadonlyMap<string, WaitNode>
  subs: ReadonlyMap<string, SubNode>
  autos: ReadonlyMap<string, AutoNode>
  /** The stage whose `returns` a task's return goes through. */
  returnStage: ReadonlyMap<string, StageNode>
}

const indexes = new WeakMap<Pick<Definition, 'flow' | 'appeal'>, Index>()

/** Nodes by name. Computed once for a definition, which never changes. */
export function indexOf(definition: Pick<Definition, 'flow' | 'appeal'>): Index {
  const known = indexes.get(definition)
  if (known) return known
  const nodes = nodesOf(definition)
  const index: Index = {
    tasks: new Map(nodes.flatMap((node) => (node.node === 'task' ? [[node.name, node]] : []))),
    waits: new Map(nodes.flatMap((node) => (node.node === 'wait' ? [[node.name, node]] : []))),
    subs: new Map(nodes.flatMap((node) => (node.node === 'sub' ? [[node.name, node]] : []))),
    autos: new Map(nodes.flatMap((node) => (node.node === 'auto' ? [[node.name, node]] : []))),
    returnStage: new Map(stagesAround([...definition.flow, ...(definition.appeal?.flow ?? [])], null)),
  }
  indexes.set(definition, index)
  return index
}

function stagesAround(flow: readonly FlowNode[], stage: StageNode | null): [string, StageNode][] {
  return flow.flatMap((node) => {
    const own: [string, StageNode][] = node.node === 'task' && stage ? [[node.name, stage]] : []
    const inner = node.node === 'stage' && node.returns ? node : stage
    return [...own, ...insideOf(node).flatMap((branch) => stagesAround(branch, inner))]
  })
}

/** A node by its name, or by the name of one of its items (`enrolment.2`). */
export const taskNode = (definition: Definition, name: string): TaskNode | null => indexOf(definition).tasks.get(baseName(name)) ?? null
export const waitNode = (definition: Definition, name: string): WaitNode | null => indexOf(definition).waits.get(baseName(name)) ?? null
export const subNode = (definition: Definition, name: string): SubNode | null => indexOf(definition).subs.get(baseName(name)) ?? null
export const autoNode = (definition: Definition, name: string): AutoNode | null => indexOf(definition).autos.get(baseName(name)) ?? null
/** The stage of this name, if tasks are returned through it. */
export const stageNode = (definition: Definition, name: string): StageNode | null =>
  [...indexOf(definition).returnStage.values()].find((stage) => stage.name === name) ?? null
export const returnStageOf = (definition: Pick<Definition, 'flow' | 'appeal'>, task: string): StageNode | null => indexOf(definition).returnStage.get(baseName(task)) ?? null
