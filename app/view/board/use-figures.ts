import { useTranslation } from 'react-i18next'

import { formatNumber, intlLocale } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/ui/use-language.ts'
import { workingDays } from '#app/ui/working-days/working-days.ts'
import type { BucketUnit } from '#app/use-cases/board/period.ts'

/** How the board writes its figures in the reader's language; what there is none of is a dash. */
export function useFigures() {
  const language = useLanguage()
  const { t } = useTranslation('ui')
  const number = (value: number): string => formatNumber(value, language)
  return {
    number,
    orDash: (value: number | null): string => (value === null ? '–' : number(value)),
    percent: (share: number | null): string => (share === null ? '–' : formatNumber(share, language, { style: 'percent', maximumFractionDigits: 0 })),
    signed: (value: number): string => isolated(formatNumber(value, language, { signDisplay: 'exceptZero', maximumFractionDigits: 0 })),
    days: (value: number): string => workingDays(t, value),
    bucket: (from: string, unit: BucketUnit): string => formatDay(from, intlLocale(language), unit),
  }
}

/**
 * The sign stays before the number, whatever the language around it. Intl's own marks go: a browser that looks for the first
 * strong letter of a sentence would find them, and take Arabic for a language from left to right.
 */
const isolated = (number: string): string => `\u2066${number.replaceAll(/[\u200e\u200f\u061c]/g, '')}\u2069`

function formatDay(date: string, locale: string, unit: BucketUnit): string {
  const parts = unit === 'week' ? ({ month: 'short', day: 'numeric' } as const) : ({ year: 'numeric', month: 'short' } as const)
  // A date without an hour: noon in UTC is the same date in UTC.
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC', calendar: 'gregory' }).format(new Date(`${date}T12:00:00Z`))
}
