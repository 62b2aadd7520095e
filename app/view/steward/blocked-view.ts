import type { TFunction } from 'i18next'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { BlockedExchange } from '#app/use-cases/registers/list-blocked-exchanges.ts'

import { listed } from '../data/type-in-words.ts'
import { fieldName } from './quality-view.ts'

/** A refused read, in the reader's language. */
export type BlockedView = { id: string; at: number; service: string; register: string; fields: string; why: string }

export function blockedView(t: TFunction, lang: Language, registers: Catalogue['registers'], { id, at, service, department, register, fields, why }: BlockedExchange): BlockedView {
  const named = fields.map((path) => {
    const [entity = '', field = ''] = path.split('.')
    return fieldName(t, register, { entity, field, concept: registers[register]?.entities[entity]?.fields[field]?.name ?? null })
  })
  return {
    id,
    at,
    service: service === null ? t(`departments:${department}.name`) : t(`services/${service}:title`),
    register: t(`registers:${register}.name`),
    fields: listed(named, lang),
    why: t(`steward:blocked.why.${why ?? 'no_agreement'}`),
  }
}
