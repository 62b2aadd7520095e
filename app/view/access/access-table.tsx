import { useTranslation } from 'react-i18next'

import { AccessTableRow } from './access-table-row.tsx'
import type { AccessRow } from './access-row.ts'

const columns = ['when', 'who', 'purpose', 'fields', 'question'] as const

/** Looks at data as a table; on a phone each row is a card. The roles keep it a table for those who hear it there. */
export function AccessTable({ rows }: { rows: readonly AccessRow[] }) {
  const { t } = useTranslation('mydata')
  return (
    <table className="govuk-table ot-looks" role="table">
      <caption className="govuk-visually-hidden">{t('access.title')}</caption>
      <thead className="govuk-table__head" role="rowgroup">
        <tr className="govuk-table__row" role="row">
          {columns.map((column) => <th key={column} className="govuk-table__header" scope="col" role="columnheader">{t(`access.column.${column}`)}</th>)}
        </tr>
      </thead>
      <tbody className="govuk-table__body" role="rowgroup">{rows.map((row) => <AccessTableRow key={row.id} row={row} />)}</tbody>
    </table>
  )
}
