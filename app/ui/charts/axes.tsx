import { type ReactNode } from 'react'

import { classNames } from '../class-names.ts'
import { yOf } from './scales.ts'

type Props = { ticks: readonly number[]; labels: readonly string[]; format: (value: number) => string; children: ReactNode }

/**
 * Names and numbers around a drawing, each in its own direction: 1–3 stays 1–3 in Arabic.
 * Hidden from screen readers, which have the table.
 */
export function Axes({ ticks, labels, format, children }: Props) {
  return (
    <div className="ot-plot">
      <div className="ot-plot__y" aria-hidden="true">
        {[...ticks].reverse().map((tick) => <bdi key={tick}>{format(tick)}</bdi>)}
      </div>
      {children}
      <div className={classNames('ot-plot__x', labels.length > 6 && 'ot-plot__x--many')} aria-hidden="true">
        {labels.map((label) => <span key={label}><bdi>{label}</bdi></span>)}
      </div>
    </div>
  )
}

export function GridLines({ ticks }: { ticks: readonly number[] }) {
  const top = ticks.at(-1)!
  return ticks.map((tick) => <line key={tick} className="ot-grid-line" x1="0" x2="100" y1={yOf(tick, top)} y2={yOf(tick, top)} />)
}
