import type { TFunction } from 'i18next'

import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { PublicNotice } from '#app/use-cases/open-notice.ts'
import { publicName } from '#app/view/public-name.ts'
import { stepLabel } from '#app/view/step-label.ts'

/** A notice as anybody reads it: no more than the name's beginning and the days. */
export function noticeView(t: TFunction, lang: Language, { ref, service, wait, name, company, since, until, reader }: PublicNotice) {
  const row = (key: string, value: string) => ({ name: t(`portal:notices.${key}`), value })
  return {
    ref,
    reader,
    service: t(`services/${service}:title`),
    step: stepLabel(t, service, wait),
    text: t('portal:notices.text'),
    rows: [row('applicant', publicName(name, company)), row('since', formatDate(since, lang)), ...(until === null ? [] : [row('until', formatDate(until - 1, lang))])],
  }
}
