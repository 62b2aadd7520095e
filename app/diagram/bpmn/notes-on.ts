import type { TFunction } from 'i18next'

import { formatSpan } from '#app/kernel/clock/span.ts'
import { stepLabel } from '#app/view/step-label.ts'

import type { StepNode } from '../block.ts'
import { stepBlock } from '../step-block.ts'

/** What BPMN has no form for: who and how long, in words; then as the definition says it, for those who build on it. */
export function notesOn(t: TFunction, service: string, node: StepNode): string {
  const words = stepBlock(t, service, node).details.join(' · ')
  if (node.node === 'auto' || node.node === 'sub') return words
  const labels = (names: readonly string[]): string => names.map((name) => stepLabel(t, service, name)).join(', ')
  const task = node.node === 'task' ? [`by: ${node.department === null ? '' : `${node.department}, one of `}${node.desks.join(', ')}`, ...(node.notBy.length > 0 ? [`not_by: ${labels(node.notBy)}`] : []), ...(node.silence ? [`silence: ${node.silence}`] : [])] : []
  return [words, ...task, `within: ${formatSpan(node.within)}`, `clock: ${node.clock}`, ...(node.after.length > 0 ? [`after: ${labels(node.after)}`] : [])].join('\n')
}
