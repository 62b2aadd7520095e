import type { Definition, FlowNode, StageNode, TaskNode, WaitNode } from './definition.ts'

/** The nodes inside a node, one list for each way on. */
export function insideOf(node: FlowNode): readonly (readonly FlowNode[])[] {
  switch (node.node) {
    case 'stage':
      return [node.do]
    case 'parallel':
      return node.branches
    case 'choose':
      return node.branches.map((branch) => branch.do)
    case 'task':
    case 'wait':
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

type Index = {
  tasks: ReadonlyMap<string, TaskNode>
  waits: ReadonlyMap<string, WaitNode>
  /** The stage whose `returns` a task's return goes through. */
  returnStage: ReadonlyMap<string, StageNode>
}

const indexes = new WeakMap<Definition, Index>()

/** Nodes by name. Computed once for a definition, which never changes. */
export function indexOf(definition: Definition): Index {
  const known = indexes.get(definition)
  if (known) return known
  const nodes = allNodes(definition.flow)
  const returnStage = new Map<string, StageNode>()
  const visit = (flow: readonly FlowNode[], stage: StageNode | null): void => {
    for (const node of flow) {
      if (node.node === 'task' && stage) returnStage.set(node.name, stage)
      const inner = node.node === 'stage' && node.returns ? node : stage
      for (const branch of insideOf(node)) visit(branch, inner)
    }
  }
  visit(definition.flow, null)
  const index: Index = {
    tasks: new Map(nodes.flatMap((node) => (node.node === 'task' ? [[node.name, node]] : []))),
    waits: new Map(nodes.flatMap((node) => (node.node === 'wait' ? [[node.name, node]] : []))),
    returnStage,
  }
  indexes.set(definition, index)
  return index
}

export const taskNode = (definition: Definition, name: string): TaskNode | null => indexOf(definition).tasks.get(name) ?? null
export const waitNode = (definition: Definition, name: string): WaitNode | null => indexOf(definition).waits.get(name) ?? null
/** The stage of this name, if tasks are returned through it. */
export const stageNode = (definition: Definition, name: string): StageNode | null =>
  [...indexOf(definition).returnStage.values()].find((stage) => stage.name === name) ?? null
export const returnStageOf = (definition: Definition, task: string): StageNode | null => indexOf(definition).returnStage.get(task) ?? null
