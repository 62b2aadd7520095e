import type { TFunction } from 'i18next'

import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Kept, KeptCase } from '#app/use-cases/privacy/list-kept.ts'

/** What is kept, in words. */
export type KeptView = {
  cases: readonly { ref: string; title: string; until: string; why: string }[]
  drafts: readonly { id: string; title: string; saved: string }[]
  mayErase: boolean
}

export function keptView(t: TFunction, lang: Language, { cases, drafts, mayErase }: Kept): KeptView {
  return {
    cases: cases.map((one) => ({ ref: one.ref, title: t(`services/${one.service}:title`), ...untilOf(t, lang, one) })),
    drafts: drafts.map(({ id, service, updatedAt }) => ({ id, title: t(`services/${service}:title`), saved: formatDate(updatedAt, lang) })),
    mayErase,
  }
}

function untilOf(t: TFunction, lang: Language, { until, rule, erased }: KeptCase): { until: string; why: string } {
  if (erased) return { until: t('privacy:kept.erased', { date: formatDate(erased.at, lang) }), why: t('privacy:kept.basis', { basis: erased.basis }) }
  if (until.because === 'open') return { until: t('privacy:kept.open'), why: years(t, rule.years, rule.basis) }
  if (until.at === null) return { until: t('privacy:kept.for_ever'), why: until.because === 'certificate' ? t('privacy:kept.certificate') : t('privacy:kept.basis', { basis: rule.basis }) }
  const why = until.because === 'certificate' ? t('privacy:kept.certificate') : years(t, rule.years, rule.basis)
  return { until: t('privacy:kept.until', { date: formatDate(until.at, lang) }), why }
}

const years = (t: TFunction, count: number | null, basis: string): string =>
  count === null ? t('privacy:kept.basis', { basis }) : t('privacy:kept.years', { count, basis })
