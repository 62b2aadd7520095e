import { useTranslation } from 'react-i18next'

import { StatCard } from '#app/ui/stat-card/stat-card.tsx'
import type { Board } from '#app/use-cases/board/board.ts'
import { ON_TIME_TARGET, onTimeShare } from '#app/use-cases/board/counts.ts'

import { useFigures } from './use-figures.ts'

/** Received, done, open, on time and saved: each with its change against the period before. */
export function BoardFigures({ board }: { board: Board }) {
  const { t } = useTranslation('board')
  const { number, percent, signed } = useFigures()
  const { counts, earlier, openWork } = board
  const known = earlier.received + earlier.done > 0
  const [share, shareBefore] = [onTimeShare(counts), onTimeShare(earlier)]
  const against = (key: 'since' | 'points', change: number, good?: boolean) => ({ text: change === 0 ? t('change.same') : t(`change.${key}`, { change: signed(change), count: Math.abs(change) }), good: change === 0 ? undefined : good })
  const points = share === null || shareBefore === null ? null : Math.round(share * 100) - Math.round(shareBefore * 100)
  const grown = counts.received - counts.done
  return (
    <div className="ot-board-figures">
      <StatCard label={t('figures.received')} value={number(counts.received)} change={known ? against('since', counts.received - earlier.received) : { text: t('change.unknown') }} />
      <StatCard label={t('figures.done')} value={number(counts.done)} change={known ? against('since', counts.done - earlier.done, counts.done > earlier.done) : { text: t('change.unknown') }} />
      <StatCard
        label={t('figures.open')}
        value={number(openWork.lights.all)}
        change={{ text: grown === 0 ? t('change.open_same') : t('change.open', { change: signed(grown) }), good: grown === 0 ? undefined : grown < 0 }}
        target={t('figures.lights', { red: number(openWork.lights.red), yellow: number(openWork.lights.yellow) })}
      />
      <StatCard
        label={t('figures.on_time')}
        value={percent(share)}
        change={points === null ? { text: t('change.unknown') } : against('points', points, points > 0)}
        target={t(share === null ? 'figures.target' : share >= ON_TIME_TARGET ? 'figures.target_met' : 'figures.target_missed', { target: percent(ON_TIME_TARGET) })}
      />
      <StatCard
        label={t('figures.saved')}
        value={number(counts.documents_saved)}
        change={known ? against('since', counts.documents_saved - earlier.documents_saved, counts.documents_saved > earlier.documents_saved) : { text: t('change.unknown') }}
        target={t('figures.saved_more', { fields: number(counts.fields_saved), trips: number(counts.trips_saved) })}
      />
    </div>
  )
}
