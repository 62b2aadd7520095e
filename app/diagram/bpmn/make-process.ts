import type { TFunction } from 'i18next'

import type { Definition } from '#app/kernel/definition/definition.ts'

import { spanText } from '../span-text.ts'

import type { BpmnProcess } from './bpmn-process.ts'
import { shifted, single } from './piece.ts'
import { pieceList } from './piece-list.ts'
import { PieceMaker } from './piece-maker.ts'

/**
 * A service's flow as a BPMN process, in the words of `t`'s language. An appeal begins with a start of its own below.
 * What BPMN has no form for stands in the documentation of its element: four eyes, silence, steps of other branches
 * that come first, working days.
 */
export function makeProcess(t: TFunction, definition: Definition): BpmnProcess {
  const maker = new PieceMaker(t, definition)
  const start = (name: string) => single(maker.node('startEvent', 'start', name, { event: 'message' }))
  const flow = pieceList([start(t('portal:diagram.start')), maker.list(definition.flow)], maker.nextFlow)
  if (!definition.appeal) return flow
  const { within } = definition.appeal
  const appeal = pieceList([start(t('portal:diagram.appeal', { time: spanText(t, within) })), maker.list(definition.appeal.flow)], maker.nextFlow)
  const below = shifted(appeal, 0, flow.tracks)
  return { nodes: [...flow.nodes, ...below.nodes], flows: [...flow.flows, ...below.flows] }
}
