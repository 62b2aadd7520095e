import type { TFunction } from 'i18next'

import { baseName, itemOf } from '#app/kernel/definition/item-name.ts'

/** What a step of a service is called; an item's with its number, as in "Enrolment 2". */
export function stepLabel(t: TFunction, service: string, name: string): string {
  const label = t(`services/${service}:steps.${baseName(name)}`)
  const item = itemOf(name)
  return item === null ? label : t('ui:item', { label, number: String(item) })
}
