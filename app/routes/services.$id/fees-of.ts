import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { allNodes } from '#app/kernel/definition/nodes.ts'
import type { GrantedSteps } from '#app/view/granted-steps.ts'
import { showMoney } from '#app/view/show-value.ts'
import { stepLabel } from '#app/view/step-label.ts'

/** A payment on the way: what for, how much, by which law. */
export type Fee = { name: string; amount: string; basis: string; perhaps: boolean }

/** Nothing here: the service is free. */
export function feesOf(t: TFunction, lang: Language, definition: Definition, { always, ever }: GrantedSteps): Fee[] {
  return allNodes(definition.flow).flatMap((node): Fee[] => {
    if (node.node !== 'wait' || node.awaits.what !== 'payment' || !ever.has(node.name)) return []
    const { amount } = node.awaits
    const shown = typeof amount === 'number' ? showMoney(amount, lang) : t('portal:guide.amountOnRecord')
    return [{ name: stepLabel(t, definition.service, node.name), amount: shown, basis: t(`services/${definition.service}:basis.${node.name}`), perhaps: !always.has(node.name) }]
  })
}
