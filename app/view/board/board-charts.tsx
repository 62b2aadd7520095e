import { useTranslation } from 'react-i18next'

import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import type { Board } from '#app/use-cases/board/board.ts'

import { InOutChart } from './in-out-chart.tsx'
import { StepChart } from './step-chart.tsx'
import { TurnaroundChart } from './turnaround-chart.tsx'

/** What the period shows; when nothing happened in it, that. */
export function BoardCharts({ board }: { board: Board }) {
  const { t } = useTranslation('board')
  if (board.counts.received + board.counts.done + board.steps.length === 0) return <InsetText>{t('period.empty')}</InsetText>
  return (
    <>
      <StepChart board={board} />
      <TurnaroundChart board={board} />
      <InOutChart board={board} />
    </>
  )
}
