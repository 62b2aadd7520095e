import type { TFunction } from 'i18next'

import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Verified } from '#app/use-cases/verify-certificate.ts'
import { nameOrErased } from '#app/view/name-or-erased.ts'

import { halfHiddenName } from './half-hidden-name.ts'

/** What anybody with the code may see: a company by its name, a person by a part of it. */
export function verifiedView(t: TFunction, lang: Language, { certificate, valid, suspendedUntil, department }: Verified) {
  const person = certificate.company === null
  const row = (key: string, value: string) => ({ key, name: t(`certificate:${key}`), value })
  return {
    valid,
    masked: person,
    rows: [
      row('verify.type', t(`services/${certificate.service}:certificates.${certificate.template}`)),
      row('holder', nameOrErased(t, person ? halfHiddenName(certificate.holder) : certificate.holder)),
      row('number', certificate.number),
      row('issued_on', formatDate(certificate.issuedOn, lang)),
      row('valid_until', certificate.validUntil ? formatDate(certificate.validUntil, lang) : t('certificate:no_end')),
      ...(certificate.suspendedOn ? [row('suspended_from', formatDate(certificate.suspendedOn, lang))] : []),
      ...(suspendedUntil ? [row('suspended_until', formatDate(suspendedUntil, lang))] : []),
      ...(certificate.revokedOn ? [row('revoked_on', formatDate(certificate.revokedOn, lang))] : []),
      ...(department ? [row('authority', t(`departments:${department}.name`))] : []),
    ],
  }
}
