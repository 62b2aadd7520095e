import { type ReactNode } from 'react'

import { classNames } from '../class-names.ts'

export type Column = { key: string; header: ReactNode; numeric?: boolean }
export type TableRow = { id: string; cells: Readonly<Record<string, ReactNode>> }

/** Rows of cells by column key. @param rowHeader the column that names the row */
export function TableRows({ columns, rows, rowHeader = columns[0]?.key }: { columns: readonly Pick<Column, 'key' | 'numeric'>[]; rows: readonly TableRow[]; rowHeader?: string }) {
  return (
    <>
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
    </>
  )
}
