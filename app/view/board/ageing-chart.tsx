import { useTranslation } from 'react-i18next'

import { BarChart } from '#app/ui/charts/bar-chart.tsx'
import type { AgeBand } from '#app/use-cases/board/ageing.ts'

import { useFigures } from './use-figures.ts'

/** How old open work is, in working days since it was submitted. */
export function AgeingChart({ bands }: { bands: readonly AgeBand[] }) {
  const { t } = useTranslation('board')
  const { number } = useFigures()
  const oldest = bands.find(({ to }) => to === null)
  return (
    <BarChart
      title={t(oldest?.count ? 'ageing.old' : 'ageing.none_old', { number: number(oldest?.count ?? 0) })}
      note={t('ageing.note')}
      axis={t('ageing.axis')}
      measure={t('ageing.measure')}
      bars={bands.map(({ from, to, count }) => ({
        name: to === null ? t('ageing.over', { days: number(from - 1) }) : t('ageing.band', { from: number(from), to: number(to) }),
        value: count,
        urgent: to === null && count > 0,
      }))}
    />
  )
}
