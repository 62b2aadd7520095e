import { useTranslation } from 'react-i18next'

import { LineChart } from '#app/ui/charts/line-chart.tsx'
import type { Board } from '#app/use-cases/board/board.ts'

import { useFigures } from './use-figures.ts'

/** What came in and what was finished: whether open work grows. */
export function InOutChart({ board }: { board: Board }) {
  const { t } = useTranslation('board')
  const { bucket, number } = useFigures()
  const { received, done } = board.counts
  const finding = received > done ? 'grew' : received < done ? 'shrank' : 'same'
  return (
    <LineChart
      level={2}
      title={t(`in_out.${finding}`, { received: number(received), done: number(done), change: number(Math.abs(received - done)) })}
      note={t(`in_out.note_${board.unit}`)}
      description={t('in_out.description')}
      axis={t(`unit.${board.unit}`)}
      labels={board.series.map(({ from }) => bucket(from, board.unit))}
      series={[
        { name: t('figures.received'), values: board.series.map(({ counts }) => counts.received) },
        { name: t('figures.done'), values: board.series.map(({ counts }) => counts.done) },
      ]}
    />
  )
}
