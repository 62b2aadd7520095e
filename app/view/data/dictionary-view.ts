import type { TFunction } from 'i18next'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { fieldAnchor } from '#app/dcat/addresses.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Classification } from '#app/kernel/definition/surroundings.ts'
import { foldText, wordsOf } from '#app/use-cases/fold-text.ts'
import type { ConceptUse } from '#app/use-cases/registers/describe-dictionary.ts'

import { namedService, type NamedService } from './data-labels.ts'
import { typeInWords } from './type-in-words.ts'

/** A concept in the reader's language. */
export type ConceptView = {
  name: string
  label: string
  type: string
  classification: Classification
  holders: readonly { register: string; href: string }[]
  askers: readonly NamedService[]
}

/** The concepts that a query means: every word of it is in the label, the name, or the name of a register that holds it. */
export function dictionaryView(t: TFunction, lang: Language, services: Catalogue['services'], concepts: readonly ConceptUse[], query: string): ConceptView[] {
  const words = wordsOf(query.replaceAll('_', ' '))
  const nothing = words.length === 0 && query.trim() !== ''
  return concepts.map((use) => conceptView(t, lang, services, use)).filter((view) => !nothing && words.every((word) => textOf(view).includes(word)))
}

const textOf = ({ label, name, holders }: ConceptView): string =>
  foldText([label, name.replaceAll('_', ' '), ...holders.map(({ register }) => register)].join(' '))

function conceptView(t: TFunction, lang: Language, services: Catalogue['services'], { concept, holders, askers }: ConceptUse): ConceptView {
  return {
    name: concept.name,
    label: t(`concepts:${concept.name}.label`),
    type: typeInWords(t, lang, concept),
    classification: concept.classification,
    holders: holders.map(({ register, entity, field }) => ({ register: t(`registers:${register}.name`), href: `/data/${register}#${fieldAnchor(entity, field)}` })),
    askers: askers.map((service) => namedService(t, services, service)),
  }
}
