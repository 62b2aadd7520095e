import type { TFunction } from 'i18next'

import type { Actor } from '#app/kernel/case/actor.ts'
import { available } from '#app/kernel/case/available.ts'
import type { CaseAtDesk } from '#app/use-cases/open-case-at-desk.ts'

/** What a desk may do beside the flow, each on a page of its own. */
export type ActBeside = 'extend' | 'revoke' | 'suspend' | 'resume'

/** What the page of an act beside the flow shows; null when it is not (or no longer) this clerk's to do. */
export function besideView(t: TFunction, { state, definition }: Pick<CaseAtDesk, 'state' | 'definition'>, actor: Actor, type: ActBeside) {
  const offer = available(definition, state, actor).find((one) => one.type === type)
  return (
    offer && {
      ref: state.ref,
      service: t(`services/${state.service}:title`),
      title: t(`desk:beside.${type}.title`),
      days: definition.extension?.span.amount ?? 0,
      reasons: 'reasons' in offer ? offer.reasons.map((value) => ({ value, text: t(`services/${state.service}:${type}.${value}`) })) : [],
    }
  )
}
