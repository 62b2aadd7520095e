import type { TFunction } from 'i18next'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { KindOfRecord } from '#app/use-cases/registers/describe-registers.ts'

/** A service as a list names it; `href` is null for one that nobody opens by itself. */
export type NamedService = { title: string; href: string | null }

export function namedService(t: TFunction, services: Catalogue['services'], id: string): NamedService {
  return { title: t(`services/${id}:title`), href: services[id]?.opens === 'by_applicant' ? `/services/${id}` : null }
}

/** A desk as people say it: its department and what it does there. */
export function deskLabel(t: TFunction, desk: string): string {
  const [department = '', role = ''] = desk.split('.')
  return `${t(`departments:${department}.name`)} · ${t(`roles:${role}`)}`
}

const REFRESHED = ['at once', 'hourly', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly']

/** How often a register is refreshed; what there is no word for stands as its file says it. */
export const refreshedLabel = (t: TFunction, refreshed: string): string =>
  REFRESHED.includes(refreshed) ? t(`data:refreshed.${refreshed.replaceAll(' ', '_')}`) : refreshed

export const kindLabel = (t: TFunction, register: string, kind: string): string => t(`data:kinds.${register}.${kind}`)

/** A kind of record and on whom it is kept, as in "Housing (about a person, any number)". */
export function kindTitle(t: TFunction, register: string, { name, subject, many }: Pick<KindOfRecord, 'name' | 'subject' | 'many'>): string {
  return t('data:kindTitle', { kind: kindLabel(t, register, name), on: t(`data:kindOn.${subject}.${many ? 'many' : 'one'}`) })
}
