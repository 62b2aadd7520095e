import { useTranslation } from 'react-i18next'

import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'

import type { PeriodWish } from './board-period.ts'

/** What is wrong with the period asked for, at the top of the page. */
export function PeriodErrors({ wish }: { wish: PeriodWish }) {
  const { t } = useTranslation('board')
  return wish.ok ? null : <ErrorSummary items={[{ href: `#${wish.field}`, text: t(`problem.${wish.problem}`) }]} />
}
