import { useTranslation } from 'react-i18next'

import { LineChart } from '#app/ui/charts/line-chart.tsx'
import type { Board } from '#app/use-cases/board/board.ts'

import { useFigures } from './use-figures.ts'

/** How long finished cases took the office, week by week or month by month, against the promise of the one service. */
export function TurnaroundChart({ board }: { board: Board }) {
  const { t } = useTranslation('board')
  const { bucket, days } = useFigures()
  const { median, p90 } = board.times.office
  if (median === null || p90 === null) return null
  return (
    <LineChart
      level={2}
      title={t('turnaround.finding', { median: days(median), p90: days(p90) })}
      note={t(`turnaround.note_${board.unit}`)}
      description={t('turnaround.description')}
      axis={t(`unit.${board.unit}`)}
      labels={board.series.map(({ from }) => bucket(from, board.unit))}
      series={[
        { name: t('turnaround.median'), values: board.series.map(({ office }) => office.median) },
        { name: t('turnaround.p90'), values: board.series.map(({ office }) => office.p90) },
      ]}
      target={board.promise ?? undefined}
      targetIs="promise"
    />
  )
}
