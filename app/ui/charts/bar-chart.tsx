import { formatNumber } from '../../i18n/dates.ts'
import { classNames } from '../class-names.ts'
import { useLanguage } from '../use-language.ts'
import { ChartFigure, type ChartText } from './chart-figure.tsx'
import { useRightToLeft } from './drawing.tsx'
import { spanOf } from './scales.ts'

export type Bar = { name: string; value: number; href?: string; urgent?: boolean }

type Props = ChartText & { axis: string; measure: string; bars: readonly Bar[]; format?: (value: number) => string }

/** Bars along the line of reading, each with its name and number: legible on any screen. */
export function BarChart({ axis, measure, bars, format, ...text }: Props) {
  const language = useLanguage()
  const rightToLeft = useRightToLeft()
  const show = format ?? ((value: number) => formatNumber(value, language))
  const largest = Math.max(0, ...bars.map(({ value }) => value))
  const table = {
    columns: [{ key: 'name', header: axis }, { key: 'value', header: measure, numeric: true }],
    rows: bars.map(({ name, value }) => ({ id: name, cells: { name, value: show(value) } })),
  }
  return (
    <ChartFigure {...text} table={table}>
      <ul className="ot-bars ot-bars--wide">
        {bars.map(({ name, value, href, urgent }) => {
          const { x, width } = spanOf(0, value, largest, rightToLeft)
          return (
            <li key={name}>
              {href ? <a className="govuk-link" href={href}>{name}</a> : <span>{name}</span>}
              <span className={classNames('ot-bars__value', urgent && 'ot-bars__worst')}>{urgent && <span aria-hidden="true">▲ </span>}{show(value)}</span>
              <svg aria-hidden="true" focusable="false">
                <rect className="ot-track" width="100%" height="100%" rx="3" />
                <rect className={urgent ? 'ot-fill-urgent' : 'ot-fill-1'} x={`${x}%`} width={`${width}%`} height="100%" rx="3" />
              </svg>
            </li>
          )
        })}
      </ul>
    </ChartFigure>
  )
}
