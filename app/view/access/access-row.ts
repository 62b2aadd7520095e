import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import type { DescribedAccess } from '#app/use-cases/describe-access.ts'
import { fieldLabel } from '#app/view/show-value.ts'
import { stepLabel } from '#app/view/step-label.ts'

import { listWords } from './list-words.ts'

/** A look at data in words. */
export type AccessRow = {
  id: string
  at: number
  who: string
  /** By a clerk or by itself; null for one's own look. */
  how: string | null
  purpose: string
  service: string | null
  /** Whose application it was for; null when it was the reader's own. */
  whose: string | null
  ref: string | null
  /** The register, or what of an application. */
  source: string
  fields: readonly string[]
  legal: string | null
  questionable: boolean
}

export const accessRow = (t: TFunction) => (access: DescribedAccess): AccessRow => {
  const { id, at, register, what, service, ref, legal, questionable } = access
  return {
    id,
    at,
    who: whoLooked(t, access),
    how: howLooked(t, access),
    purpose: purposeOf(t, access),
    service: service && t(`services/${service}:title`),
    whose: access.onBehalfOf,
    ref,
    source: what === 'register' ? t(`registers:${register}.name`) : t(`mydata:what.${what}`),
    fields: [...new Set(access.fields.map((field) => (field ? fieldLabel(t, field) : t('mydata:fields_gone'))))],
    legal,
    questionable,
  }
}

/** The same as one line a thing, for the question to the department. */
export const accessWords = (lang: Language, { who, how, purpose, service, source, fields }: AccessRow): { who: string; purpose: string; fields: string } => ({
  who: [who, how].filter(Boolean).join(' · '),
  purpose: [purpose, service].filter(Boolean).join(' · '),
  fields: [source, listWords(lang, fields)].filter(Boolean).join(' · '),
})

function whoLooked(t: TFunction, { by, department, representative }: DescribedAccess): string {
  if (by === 'self') return t('mydata:who.self')
  return by === 'representative' ? t('mydata:who.representative', { name: representative }) : t(`departments:${department}.name`)
}

function howLooked(t: TFunction, { by, role }: DescribedAccess): string | null {
  if (by === 'portal') return t('mydata:how.portal')
  if (by !== 'clerk') return null
  return role === null ? t('mydata:how.staff') : t('mydata:how.clerk', { desk: t(`roles:${role}`) })
}

function purposeOf(t: TFunction, { by, purpose, task, service }: DescribedAccess): string {
  if (by === 'self' || by === 'representative') return t('mydata:purpose.own')
  if (purpose !== null) return t([`agreements:purposes.${purpose}`, 'mydata:purpose.other'])
  return task !== null && service !== null ? t('mydata:purpose.task', { step: stepLabel(t, service, task) }) : t('mydata:purpose.case')
}
