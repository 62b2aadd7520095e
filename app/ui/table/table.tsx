import { type ReactNode } from 'react'

import { classNames } from '../class-names.ts'

export type Column = { key: string; header: ReactNode; numeric?: boolean }
export type TableRow = { id: string; cells: Readonly<Record<string, ReactNode>> }

type Props = { caption: string; captionHidden?: boolean; columns: readonly Column[]; rows: readonly TableRow[]; rowHeader?: string }

/** Rows of cells by column key; `rowHeader` is the column that names the row. Scrolls sideways on a phone, by keyboard too. */
export function Table({ caption, captionHidden, columns, rows, rowHeader = columns[0]?.key }: Props) {
  return (
    <div className="ot-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="govuk-table">
        <caption className={classNames('govuk-table__caption', captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption--m')}>{caption}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {columns.map(({ key, header, numeric }) => (
              <th key={key} scope="col" className={classNames('govuk-table__header', numeric && 'govuk-table__header--numeric')}>{header}</th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map(({ id, cells }) => (
            <tr key={id} className="govuk-table__row">
              {columns.map(({ key, numeric }) =>
                key === rowHeader ? (
                  <th key={key} scope="row" className="govuk-table__header">{cells[key]}</th>
                ) : (
                  <td key={key} className={classNames('govuk-table__cell', numeric && 'govuk-table__cell--numeric')}>{cells[key]}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
