import type { TFunction } from 'i18next'

import { spanText } from '#app/diagram/span-text.ts'
import type { ApplicationField } from '#app/kernel/case/check-application.ts'
import type { Definition, WaitNode } from '#app/kernel/definition/definition.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'

import { promiseKind } from './promise-kind.ts'
import { stepLabel } from './step-label.ts'

/** The second way to answer a question: with one's word, and what follows from it. */
export type PromiseView = { kind: 'declared' | 'later'; hint: string }

/** Null where only the proof itself will do. */
export function promiseView(t: TFunction, definition: Definition, field: ApplicationField): PromiseView | null {
  const kind = promiseKind(field)
  if (kind === 'declared') return { kind, hint: t('apply:promise.declared.hint', { step: stepLabel(t, definition.service, field.promisable ?? '') }) }
  const wait = materialsWait(definition)
  return kind === 'later' && wait ? { kind, hint: t('apply:promise.later.hint', { within: spanText(t, wait.within) }) } : null
}

const materialsWait = (definition: Definition): WaitNode | undefined => nodesOf(definition).find((node): node is WaitNode => node.node === 'wait' && node.awaits.what === 'materials')
