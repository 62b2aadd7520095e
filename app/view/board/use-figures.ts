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
    // Isolated: the sign stays before the number, and the sentence around it keeps its own direction.
    signed: (value: number): string => `\u2066${formatNumber(value, language, { signDisplay: 'exceptZero', maximumFractionDigits: 0 })}\u2069`,
    days: (value: number): string => workingDays(t, value),
    bucket: (from: string, unit: BucketUnit): string => formatDay(from, intlLocale(language), unit),
  }
}

function formatDay(date: string, locale: string, unit: BucketUnit): string {
  const parts = unit === 'week' ? ({ month: 'short', day: 'numeric' } as const) : ({ year: 'numeric', month: 'short' } as const)
  // A date without an hour: noon in UTC is the same date in UTC.
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC', calendar: 'gregory' }).format(new Date(`${date}T12:00:00Z`))
}
