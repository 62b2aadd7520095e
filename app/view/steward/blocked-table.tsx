import { useTranslation } from 'react-i18next'

import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'
import { Pagination } from '#app/ui/pagination/pagination.tsx'
import { Table, type TableRow } from '#app/ui/table/table.tsx'

import type { BlockedView } from './blocked-view.ts'

/** Reads that were refused, newest first; `previous` and `next` are addresses of pages. */
export function BlockedTable({ rows, previous, next }: { rows: readonly BlockedView[]; previous?: string; next?: string }) {
  const { t } = useTranslation('steward')
  const columns = (['at', 'service', 'register', 'fields', 'why'] as const).map((key) => ({ key, header: t(`column.${key}`) }))
  return (
    <div className="ot-steward-blocked">
      <h2 className="govuk-heading-m" id="blocked">{t('blocked.title')}</h2>
      {rows.length === 0 ? (
        <p className="govuk-body">{t('blocked.none')}</p>
      ) : (
        <Table caption={t('blocked.title')} captionHidden columns={columns} rows={rows.map(rowOf)} />
      )}
      <Pagination previous={previous} next={next} label={t('blocked.pages')} />
    </div>
  )
}

function rowOf({ id, at, fields, ...cells }: BlockedView): TableRow {
  const kinds = <ul className="govuk-list ot-data-list">{fields.map((line) => <li key={line}>{line}</li>)}</ul>
  return { id, cells: { at: <FormattedDate value={at} format="time" />, fields: kinds, ...cells } }
}
