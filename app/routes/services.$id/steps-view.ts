import type { TFunction } from 'i18next'

import { officeNames } from '#app/diagram/office-names.ts'
import { spanText } from '#app/diagram/span-text.ts'
import type { Definition, FlowNode } from '#app/kernel/definition/definition.ts'
import { allNodes } from '#app/kernel/definition/nodes.ts'
import type { GrantedSteps } from '#app/view/granted-steps.ts'
import { stepLabel } from '#app/view/step-label.ts'

/** One step as the guide tells it. `who` and `within` are empty for what happens by itself. */
export type GuideStep = { name: string; title: string; who: string; within: string; perhaps: boolean }

/** The steps of an application that is granted, in the order of the flow. */
export const stepsView = (t: TFunction, { service, flow }: Definition, { always, ever }: GrantedSteps, parts: Parts): GuideStep[] =>
  allNodes(flow).flatMap((node): GuideStep[] => {
    if ((node.node !== 'task' && node.node !== 'wait' && node.node !== 'auto' && node.node !== 'sub') || !ever.has(node.name)) return []
    return [{ name: node.name, title: stepLabel(t, service, node.name), ...whoAndWhen(t, service, node, parts), perhaps: !always.has(node.name) }]
  })

/** The services a life event begins, by hash. */
export type Parts = Readonly<Record<string, Definition>>

function whoAndWhen(t: TFunction, service: string, node: FlowNode, parts: Parts): { who: string; within: string } {
  const part = node.node === 'sub' ? parts[node.hash] : undefined
  if (part) return { who: t(`departments:${part.lead}.name`), within: t('portal:guide.within', { time: spanText(t, part.promise) }) }
  if (node.node === 'task') return { who: officeNames(t, service, node), within: t('portal:guide.within', { time: spanText(t, node.within) }) }
  if (node.node !== 'wait') return { who: '', within: t('portal:guide.atOnce') }
  const who = node.awaits.what === 'payment' ? t('portal:guide.you') : node.awaits.what === 'record' ? t(`registers:${node.awaits.register}.name`) : ''
  return { who, within: t('portal:guide.within', { time: spanText(t, node.within) }) }
}
