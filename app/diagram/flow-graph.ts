import type { TFunction } from 'i18next'

import type { Definition, FlowNode, StageNode } from '#app/kernel/definition/definition.ts'
import { stepLabel } from '#app/view/step-label.ts'

import type { Block, FlowGraph, FrameBlock, ListBlock } from './block.ts'
import { choiceLabels } from './choice-labels.ts'
import { spanText } from './span-text.ts'
import { stepBlock } from './step-block.ts'

/** A service's flow in the words of `t`'s language, ready to be laid out. */
export function flowGraph(t: TFunction, definition: Definition): FlowGraph {
  const { appeal } = definition
  const part = (title: string, flow: readonly FlowNode[]): ListBlock => ({ block: 'list', parts: [{ block: 'start', title }, ...listOf(t, definition, flow).parts] })
  return {
    flow: part(t('portal:diagram.start'), definition.flow),
    appeal: appeal && part(t('portal:diagram.appeal', { time: spanText(t, appeal.within) }), appeal.flow),
  }
}

const listOf = (t: TFunction, definition: Definition, flow: readonly FlowNode[]): ListBlock => ({ block: 'list', parts: flow.map((node) => blockOf(t, definition, node)) })

function blockOf(t: TFunction, definition: Definition, node: FlowNode): Block {
  const inner = (flow: readonly FlowNode[]) => listOf(t, definition, flow)
  const frame = (kind: FrameBlock['frame'], title: string, notes: readonly string[], flows: readonly (readonly FlowNode[])[]): FrameBlock => ({ block: 'frame', frame: kind, title, notes, branches: flows.map(inner) })
  switch (node.node) {
    case 'task':
    case 'wait':
    case 'sub':
    case 'auto':
      return stepBlock(t, definition.service, node)
    case 'end':
      return { block: 'end', node, title: t(`cases:status.${node.end}`) }
    case 'stage':
      return frame('stage', stepLabel(t, definition.service, node.name), returnNotes(t, node), [node.do])
    case 'parallel':
      return frame('parallel', t('portal:diagram.at_once'), [], node.branches)
    case 'each':
      return frame('each', stepLabel(t, definition.service, node.name), [t('portal:diagram.each')], [node.do])
    case 'choose': {
      const labels = choiceLabels(t, definition, node)
      return { block: 'choice', branches: node.branches.map((branch, i) => ({ label: labels[i] ?? '', part: inner(branch.do) })) }
    }
    default:
      return node satisfies never
  }
}

function returnNotes(t: TFunction, { returns }: StageNode): string[] {
  return returns ? [t('portal:guide.returns', { count: returns.max }), t('portal:diagram.answer_within', { time: spanText(t, returns.within) })] : []
}
