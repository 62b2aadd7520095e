import { classNames } from '../class-names.ts'
import { type Column, type TableRow, TableRows } from './table-rows.tsx'

export type { Column, TableRow }

type Caption = { caption: string; captionHidden?: boolean }
type Head = Caption & { columns: readonly Column[] }

/** Rows of cells by column key; `rowHeader` is the column that names the row. Scrolls sideways on a phone, by keyboard too. */
export function Table({ rows, rowHeader, ...head }: Head & { rows: readonly TableRow[]; rowHeader?: string }) {
  return <Frame {...head} body={<tbody className="govuk-table__body"><TableRows columns={head.columns} rows={rows} rowHeader={rowHeader} /></tbody>} />
}

/** The same of rows that were rendered before. @param rows the markup of `TableRows` */
export function RenderedTable({ rows, ...head }: Head & { rows: string }) {
  return <Frame {...head} body={<tbody className="govuk-table__body" dangerouslySetInnerHTML={{ __html: rows }} />} />
}

function Frame({ caption, captionHidden, columns, body }: Head & { body: JSX.Element }) {
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
        {body}
      </table>
    </div>
  )
}
