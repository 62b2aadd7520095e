import type { TFunction } from 'i18next'

import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { answeredFields } from '#app/use-cases/answered-fields.ts'
import { registersRead } from '#app/use-cases/read-records.ts'
import type { openRenewal } from '#app/use-cases/renewals/renew.ts'
import { askedSources } from '#app/view/asked-sources.ts'
import { showSafely } from '#app/view/case-answers.ts'
import { fieldLabel } from '#app/view/show-value.ts'

type Opened = NonNullable<Awaited<ReturnType<typeof openRenewal>>>

/** What runs out, what would be read, and what records said last time. */
export function renewView(t: TFunction, lang: Language, env: Environment, { certificate, definition, before, validUntil }: Opened) {
  const { service } = definition
  return {
    service: t(`services/${service}:title`),
    certificate: t(`services/${certificate.service}:certificates.${certificate.template}`),
    number: certificate.number,
    holder: certificate.holder,
    validUntil: formatDate(validUntil, lang),
    sources: askedSources(t, lang, env, definition, registersRead(definition)).sources,
    before: answeredFields(definition, before.answers).flatMap(({ field, answer }) => {
      const value = answer.source === 'record' ? showSafely(t, lang, field, answer) : null
      return value === null ? [] : [{ name: fieldLabel(t, field), value }]
    }),
  }
}
