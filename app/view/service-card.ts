import type { TFunction } from 'i18next'

import { type Language, languages } from '#app/i18n/languages.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { SearchEntry, SearchText } from '#app/use-cases/search-services.ts'

/** A service in a list, in words. */
export type ServiceCard = { id: string; title: string; summary: string; outcome: string; department: string; icon: string; promise: string; trips: string; atHome: boolean }

export function serviceCard(t: TFunction, definition: Definition): ServiceCard {
  const { service, guarantee, lead, icon, promise } = definition
  return {
    id: service,
    title: t(`services/${service}:title`),
    summary: t(`services/${service}:summary`),
    outcome: t(`services/${service}:outcome`),
    department: t(`departments:${lead}.name`),
    icon,
    promise: t('ui:days.working', { count: promise.amount }),
    trips: tripsTag(t, guarantee.trips),
    atHome: guarantee.trips === 0,
  }
}

/** The most an applicant has to come, in two or three words. */
export const tripsTag = (t: TFunction, trips: number): string => (trips === 0 ? t('portal:tag.online') : t('portal:tag.trips', { count: trips }))

/** What a search reads: every language's words, the reader's first. */
export function searchEntries(textsIn: (lang: Language) => TFunction, lang: Language, definitions: readonly Definition[]): SearchEntry[] {
  const order = [lang, ...languages.filter((one) => one !== lang)]
  const word = (t: TFunction, id: string): SearchText => ({ title: t(`services/${id}:title`), summary: t(`services/${id}:summary`), keywords: t(`services/${id}:keywords`) })
  return definitions.map(({ service, theme, audience }) => ({ id: service, theme, audience, texts: order.map((one) => word(textsIn(one), service)) }))
}
