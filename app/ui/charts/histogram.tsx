import { useTranslation } from 'react-i18next'

import { formatNumber } from '../../i18n/dates.ts'
import { useLanguage } from '../use-language.ts'
import { Axes, GridLines } from './axes.tsx'
import { ChartFigure, type ChartText } from './chart-figure.tsx'
import { Drawing, useRightToLeft } from './drawing.tsx'
import { Legend } from './legend.tsx'
import { niceTicks, xOf, yOf } from './scales.ts'

export type Bin = { label: string; count: number; late?: boolean }

type Props = ChartText & { description: string; axis: string; measure: string; bins: readonly Bin[]; promise?: string }

/** How many cases took how long. Bins that broke the promise are late: outlined, another colour, after a dashed line. */
export function Histogram({ axis, measure, bins, promise, description, ...text }: Props) {
  const { t } = useTranslation('ui')
  const language = useLanguage()
  const rightToLeft = useRightToLeft()
  const show = (value: number) => formatNumber(value, language)
  const ticks = niceTicks(Math.max(0, ...bins.map(({ count }) => count)))
  const top = ticks.at(-1)!
  const firstLate = bins.findIndex(({ late }) => late)
  const table = {
    columns: [{ key: 'label', header: axis }, { key: 'count', header: measure, numeric: true }],
    rows: bins.map(({ label, count }) => ({ id: label, cells: { label: <bdi>{label}</bdi>, count: show(count) } })),
  }
  const width = 82 / bins.length
  const edge = xOf(firstLate - 0.5, bins.length, rightToLeft)
  return (
    <ChartFigure {...text} table={table}>
      {promise && <Legend items={[{ name: t('chart.promise', { value: promise }), sample: <path className="ot-target" d="M0 7H28" /> }]} />}
      <Axes ticks={ticks} labels={bins.map(({ label }) => label)} format={show}>
        <Drawing title={text.title} description={description}>
          <GridLines ticks={ticks} />
          {bins.map(({ label, count, late }, index) => (
            <rect
              key={label}
              className={late ? 'ot-bin ot-bin--late' : 'ot-bin'}
              x={xOf(index, bins.length, rightToLeft) - width / 2}
              y={yOf(count, top)}
              width={width}
              height={100 - yOf(count, top)}
            />
          ))}
          {firstLate > 0 && <line className="ot-target" x1={edge} x2={edge} y1="0" y2="100" />}
        </Drawing>
      </Axes>
    </ChartFigure>
  )
}
