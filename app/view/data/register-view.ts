import type { TFunction } from 'i18next'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { agreementAnchor, fieldAnchor } from '#app/dcat/addresses.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Classification } from '#app/kernel/definition/surroundings.ts'
import type { AgreementStanding } from '#app/use-cases/registers/agreement-standing.ts'
import type { RegisterDescription } from '#app/use-cases/registers/describe-registers.ts'

import { deskLabel, kindLabel, kindTitle, namedService, type NamedService, refreshedLabel } from './data-labels.ts'
import { listed, typeInWords } from './type-in-words.ts'

/** A register's page, in the reader's language. */
export type RegisterView = {
  name: string
  about: string
  facts: readonly { name: string; value: string }[]
  kinds: readonly { title: string; fields: readonly FieldView[] }[]
  agreements: readonly AgreementView[]
  writers: readonly string[]
}

/** `anchor`: the field's place on the page, which machines use as its name. */
export type FieldView = { anchor: string; label: string; concept: string; type: string; classification: Classification; askers: readonly NamedService[] }

export type AgreementView = {
  anchor: string
  service: NamedService
  purpose: string
  legal: string
  fields: readonly string[]
  until: string
  steward: string
  standing: AgreementStanding
}

export function registerView(t: TFunction, lang: Language, services: Catalogue['services'], register: RegisterDescription): RegisterView {
  const { id, owner, refreshed, remote, fields, readers, writers } = register
  const facts = [
    { name: t('data:owner'), value: t(`departments:${owner}.name`) },
    { name: t('data:refresh'), value: refreshedLabel(t, refreshed) },
    { name: t('data:reach'), value: t(`data:reached.${remote ? 'remote' : 'here'}`) },
    { name: t('data:size'), value: t('data:fields', { count: fields }) },
    { name: t('data:use'), value: t('data:readers', { count: readers.length }) },
  ]
  return {
    name: t(`registers:${id}.name`),
    about: t(`data:about.${id}`),
    facts,
    kinds: kindViews(t, lang, services, register),
    agreements: agreementViews(t, lang, services, register),
    writers: writers.map(({ service, entity }) => t('data:writers.result', { service: t(`services/${service}:title`), kind: kindLabel(t, id, entity) })),
  }
}

function kindViews(t: TFunction, lang: Language, services: Catalogue['services'], { id, kinds }: RegisterDescription): RegisterView['kinds'] {
  return kinds.map((kind) => ({
    title: kindTitle(t, id, kind),
    fields: kind.fields.map(({ name, concept, askers }) => ({
      anchor: fieldAnchor(kind.name, name),
      label: t(`concepts:${concept.name}.label`),
      concept: concept.name,
      type: typeInWords(t, lang, concept),
      classification: concept.classification,
      askers: askers.map((service) => namedService(t, services, service)),
    })),
  }))
}

function agreementViews(t: TFunction, lang: Language, services: Catalogue['services'], { id, kinds, agreements }: RegisterDescription): AgreementView[] {
  const labelOf = (entity: string, field: string): string => {
    const concept = kinds.find(({ name }) => name === entity)?.fields.find(({ name }) => name === field)?.concept
    return concept ? t(`concepts:${concept.name}.label`) : field
  }
  return agreements.map(({ id: agreement, service, purpose, legal, fields, until, steward, standing }) => ({
    anchor: agreementAnchor(agreement),
    service: namedService(t, services, service),
    purpose: t(`agreements:purposes.${purpose}`),
    legal,
    fields: Object.entries(fields).map(([entity, names]) => t('data:agreements.kindFields', { kind: kindLabel(t, id, entity), fields: listed(names.map((name) => labelOf(entity, name)), lang) })),
    until,
    steward: deskLabel(t, steward),
    standing,
  }))
}
