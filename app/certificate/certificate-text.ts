import type { TFunction } from 'i18next'

import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { nameOrErased } from '#app/view/name-or-erased.ts'
import { fieldLabel, showValue } from '#app/view/show-value.ts'
import type { Certificate } from '#db/store.ts'

import type { CertificateText } from './certificate-printer.ts'
import { evenGroups } from './even-groups.ts'

/** Where anybody checks a certificate. @param origin of this portal */
export const verifyAddress = (origin: string, code: string): string => `${origin}/verify/${code}`

/** What stands on a certificate, in the reader's language. Files on it are pictures, not words. */
export function certificateText(t: TFunction, lang: Language, definition: Definition, certificate: Certificate, origin: string): CertificateText {
  const line = (key: string, value: string) => ({ label: t(`certificate:${key}`), value })
  return {
    lang,
    title: t(`services/${certificate.service}:certificates.${certificate.template}`),
    authority: line('authority', t(`departments:${definition.lead}.name`)),
    city: t('certificate:city'),
    holder: nameOrErased(t, certificate.holder),
    lines: certificate.shown.flatMap(({ name, value, file }) => {
      const field = definition.data[name]
      if (!field || file || value === null) return []
      const shown = showValue(t, lang, field, value)
      // The holder stands above all lines already.
      if (shown === certificate.holder) return []
      return [{ label: fieldLabel(t, field), value: shown, dir: directionOf(shown) }]
    }),
    number: line('number', certificate.number),
    issued: line('issued_on', formatDate(certificate.issuedOn, lang)),
    valid: line('valid_until', certificate.validUntil ? formatDate(certificate.validUntil, lang) : t('certificate:no_end')),
    code: line('code', evenGroups(certificate.code).join(' ')),
    check: t('certificate:check', { address: `${origin}/verify` }),
  }
}

const directionOf = (text: string): 'ltr' | 'rtl' => (/\p{Script=Arabic}/u.test(text) ? 'rtl' : 'ltr')
