import type { TFunction } from 'i18next'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { BlockedExchange } from '#app/use-cases/registers/list-blocked-exchanges.ts'

import { kindLabel } from '../data/data-labels.ts'
import { listed } from '../data/type-in-words.ts'

/** A refused read, in the reader's language. */
export type BlockedView = { id: string; at: number; service: string; register: string; fields: readonly string[]; why: string }

export function blockedView(t: TFunction, lang: Language, registers: Catalogue['registers'], { id, at, service, department, register, fields, why }: BlockedExchange): BlockedView {
  return {
    id,
    at,
    service: service === null ? t(`departments:${department}.name`) : t(`services/${service}:title`),
    register: t(`registers:${register}.name`),
    fields: kindsOf(fields).map(([entity, names]) => namesIn(t, lang, registers, register, entity, names)),
    why: t(`steward:blocked.why.${why ?? 'no_agreement'}`),
  }
}

/** `entity.field` by entity. */
function kindsOf(fields: readonly string[]): [string, string[]][] {
  const kinds = new Map<string, string[]>()
  for (const path of fields) {
    const [entity = '', field = ''] = path.split('.')
    kinds.set(entity, [...(kinds.get(entity) ?? []), field])
  }
  return [...kinds]
}

/** What was wanted of one kind of record; by technical names when the register does not have it. */
function namesIn(t: TFunction, lang: Language, registers: Catalogue['registers'], register: string, entity: string, fields: readonly string[]): string {
  const known = registers[register]?.entities[entity]
  if (!known) return `${entity}: ${fields.join(', ')}`
  const names = fields.map((field) => (known.fields[field] ? t(`concepts:${known.fields[field].name}.label`) : field))
  return t('data:agreements.kindFields', { kind: kindLabel(t, register, entity), fields: listed(names, lang) })
}
