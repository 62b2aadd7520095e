import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Details } from '../details/details.tsx'
import { type Column, Table, type TableRow } from '../table/table.tsx'

/** Every chart says its finding as a heading and gives its figures as a table. */
export type ChartText = { title: string; note?: string; level?: 2 | 3 | 4 }

type Props = ChartText & { table: { columns: readonly Column[]; rows: readonly TableRow[] }; children: ReactNode }

export function ChartFigure({ title, note, level = 3, table, children }: Props) {
  const { t } = useTranslation('ui')
  const Heading = `h${level}` as const
  return (
    <figure className="ot-chart">
      <figcaption>
        <Heading className="ot-chart__title">{title}</Heading>
        {note && <p className="ot-chart__note">{note}</p>}
      </figcaption>
      {children}
      <Details summary={t('chart.data')}>
        <Table caption={title} captionHidden {...table} />
      </Details>
    </figure>
  )
}
