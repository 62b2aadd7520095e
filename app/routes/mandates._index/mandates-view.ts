import type { TFunction } from 'i18next'

import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { MyMandates } from '#app/use-cases/mandates/list-mandates.ts'
import type { Mandate } from '#db/mandate-store.ts'

/** A mandate in words. `who`: whom it is for, or who holds it. */
export type MandateRow = { id: string; who: string; for: string | null; scope: string; until: string; basis: string }

export function mandatesView(t: TFunction, lang: Language, { held, given }: MyMandates): { held: MandateRow[]; given: MandateRow[] } {
  const row = (mandate: Mandate, who: string, whom: string | null): MandateRow => ({
    id: mandate.id,
    who,
    for: whom,
    scope: mandate.services === null ? t('mandates:scope.all') : mandate.services.map((id) => t(`services/${id}:title`)).join(' · '),
    until: formatDate(mandate.until, lang),
    basis: t(`mandates:basis.${mandate.basis}`),
  })
  return { held: held.map((one) => row(one, one.name, null)), given: given.map((one) => row(one, one.holder, one.name)) }
}
