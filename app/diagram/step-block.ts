import type { TFunction } from 'i18next'

import { stepLabel } from '#app/view/step-label.ts'

import type { StepBlock, StepNode } from './block.ts'
import { officeNames } from './office-names.ts'
import { spanText } from './span-text.ts'

/** A step in words: what it is called, who does it, in what time. */
export function stepBlock(t: TFunction, service: string, node: StepNode): StepBlock {
  const perhaps = node.node !== 'auto' && node.when !== null
  return {
    block: 'step',
    node,
    title: stepLabel(t, service, node.name),
    details: [...detailsOf(t, service, node), ...(perhaps ? [t('portal:guide.perhaps')] : [])],
    perhaps,
    after: node.node === 'auto' ? [] : node.after,
  }
}

function detailsOf(t: TFunction, service: string, node: StepNode): string[] {
  switch (node.node) {
    case 'task':
      return [officeNames(t, service, node), spanText(t, node.within)]
    case 'wait':
      return [...whoIsAwaited(t, node), spanText(t, node.within), ...(node.awaits.what === 'notice' ? [] : [t('portal:diagram.runs_out', { end: t(`cases:status.${node.else}`) })])]
    case 'sub':
      return [t('portal:diagram.sub')]
    case 'auto':
      return [t('portal:guide.atOnce')]
    default:
      return node satisfies never
  }
}

function whoIsAwaited(t: TFunction, { awaits }: StepNode & { node: 'wait' }): string[] {
  if (awaits.what === 'notice') return []
  return [awaits.what === 'record' ? t(`registers:${awaits.register}.name`) : t('portal:guide.you')]
}
