import type { AutoNode, EndNode, SubNode, TaskNode, WaitNode } from '#app/kernel/definition/definition.ts'

/** A flow in the reader's words, not yet laid out: the pieces that a picture stacks, sets side by side and frames. */
export type Block = StepBlock | StartBlock | EndBlock | ListBlock | ChoiceBlock | FrameBlock

/** Nodes of a flow at which a case can stand. */
export type StepNode = TaskNode | WaitNode | SubNode | AutoNode

export type StepBlock = {
  block: 'step'
  node: StepNode
  title: string
  /** Who, how long, what else: one short line each. */
  details: readonly string[]
  /** Skipped unless its condition holds. */
  perhaps: boolean
  /** Steps of other parallel branches that come first. */
  after: readonly string[]
}

export type StartBlock = { block: 'start'; title: string }

export type EndBlock = { block: 'end'; node: EndNode; title: string }

/** One after the other. */
export type ListBlock = { block: 'list'; parts: readonly Block[] }

/** Exactly one of them; a label says when. */
export type ChoiceBlock = { block: 'choice'; branches: readonly { label: string; part: ListBlock }[] }

/** What belongs together: a stage, what happens at the same time, what is done once for each item. */
export type FrameBlock = { block: 'frame'; frame: 'stage' | 'parallel' | 'each'; title: string; notes: readonly string[]; branches: readonly ListBlock[] }

/** The pictures of a service: its flow, and the way of an appeal if it has one. */
export type FlowGraph = { flow: ListBlock; appeal: ListBlock | null }
