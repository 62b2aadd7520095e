import type { TFunction } from 'i18next'

import type { CaseAtDesk } from '#app/use-cases/open-case-at-desk.ts'

/** What the page of an act beside the flow shows; null when it is not (or no longer) this clerk's to do. */
export function besideView(t: TFunction, { state, definition, beside }: CaseAtDesk, type: 'extend' | 'revoke') {
  const offer = beside.find((one) => one.type === type)
  return (
    offer && {
      ref: state.ref,
      service: t(`services/${state.service}:title`),
      title: t(`desk:beside.${type}.title`),
      days: definition.extension?.span.amount ?? 0,
      reasons: offer.reasons.map((value) => ({ value, text: t(`services/${state.service}:${type}.${value}`) })),
    }
  )
}
