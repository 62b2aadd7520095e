import { useTranslation } from 'react-i18next'

import { formatNumber } from '../../i18n/dates.ts'
import { useLanguage } from '../use-language.ts'
import { Axes, GridLines } from './axes.tsx'
import { ChartFigure, type ChartText } from './chart-figure.tsx'
import { Drawing, useRightToLeft } from './drawing.tsx'
import { Legend } from './legend.tsx'
import { linePath, niceTicks, xOf, yOf } from './scales.ts'

export type Series = { name: string; values: readonly (number | null)[] }

type Props = ChartText & {
  description: string
  axis: string
  labels: readonly string[]
  series: readonly Series[]
  target?: number
  /** What the line is: something aimed at, or something promised. */
  targetIs?: 'target' | 'promise'
  format?: (value: number) => string
}

/** Up to four series over months, with the line they should keep to. `axis` names what the labels are. */
export function LineChart({ axis, labels, series, target, targetIs = 'target', format, description, ...text }: Props) {
  const { t } = useTranslation('ui')
  const language = useLanguage()
  const rightToLeft = useRightToLeft()
  const show = format ?? ((value: number) => formatNumber(value, language))
  const ticks = niceTicks(Math.max(target ?? 0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))))
  const top = ticks.at(-1)!
  const table = {
    columns: [{ key: 'label', header: axis }, ...series.map(({ name }) => ({ key: name, header: name, numeric: true }))],
    rows: labels.map((label, index) => ({
      id: label,
      cells: { label, ...Object.fromEntries(series.map(({ name, values }) => [name, cell(values[index], show)])) },
    })),
  }
  return (
    <ChartFigure {...text} table={table}>
      <Legend
        items={[
          ...series.map(({ name }, index) => ({ name, sample: <path className={lineClass(index)} d="M0 7H28" /> })),
          ...(target === undefined ? [] : [{ name: t(`chart.${targetIs}`, { value: show(target) }), sample: <path className="ot-target" d="M0 7H28" /> }]),
        ]}
      />
      <Axes ticks={ticks} labels={labels} format={show}>
        <Drawing title={text.title} description={description}>
          <GridLines ticks={ticks} />
          {target !== undefined && <line className="ot-target" x1="0" x2="100" y1={yOf(target, top)} y2={yOf(target, top)} />}
          {series.map(({ name, values }, index) => (
            <g key={name}>
              <path className={lineClass(index)} d={linePath(values, top, rightToLeft)} />
              <path className={`ot-dot ot-stroke-${index + 1}`} d={dots(values, top, rightToLeft)} />
            </g>
          ))}
        </Drawing>
      </Axes>
    </ChartFigure>
  )
}

const lineClass = (index: number) => `ot-line ot-line--${index + 1} ot-stroke-${index + 1}`

const cell = (value: number | null | undefined, show: (value: number) => string) => (value === null || value === undefined ? '–' : show(value))

// A line of no length with round ends is a round dot, however the drawing is stretched.
const dots = (values: Series['values'], top: number, rightToLeft: boolean) =>
  values.map((value, index) => (value === null ? '' : `M${xOf(index, values.length, rightToLeft)} ${yOf(value, top)}h0`)).join('')
