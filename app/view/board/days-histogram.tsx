import { useTranslation } from 'react-i18next'

import { Histogram } from '#app/ui/charts/histogram.tsx'
import type { Board } from '#app/use-cases/board/board.ts'
import { countOf } from '#app/use-cases/board/histogram.ts'

import { dayBins } from './day-bins.ts'
import { useFigures } from './use-figures.ts'

/** How many cases took the office how long, and where the promise lies. */
export function DaysHistogram({ board }: { board: Board }) {
  const { t } = useTranslation('board')
  const { days, number } = useFigures()
  const { officeDays, promise } = board
  if (officeDays.length === 0 || promise === null) return null
  const late = countOf(officeDays.filter((bin) => bin.days > promise))
  const bins = dayBins(officeDays, promise).map(({ from, to, count, late: isLate }) => ({ label: to === null ? t('days.or_more', { from: number(from) }) : from === to ? number(from) : t('days.range', { from: number(from), to: number(to) }), count, late: isLate }))
  return (
    <Histogram
      level={2}
      title={t(late === 0 ? 'days.none_late' : 'days.late', { late: number(late), all: number(countOf(officeDays)) })}
      note={t('days.note')}
      description={t('days.description', { promise: days(promise) })}
      axis={t('days.axis')}
      measure={t('days.measure')}
      bins={bins}
      promise={days(promise)}
    />
  )
}
