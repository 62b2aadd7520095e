import { useTranslation } from 'react-i18next'

import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'
import { Table } from '#app/ui/table/table.tsx'
import type { SecurityEntry } from '#db/security-store.ts'

/** What the security log says of somebody; looks at data stand in the access log, each with its case, and are only counted here. */
export function EntryTable({ entries }: { entries: readonly SecurityEntry[] }) {
  const { t } = useTranslation('security')
  if (entries.length === 0) return <p className="govuk-body">{t('entries.none')}</p>
  const columns = [
    { key: 'at', header: t('columns.at') },
    { key: 'kind', header: t('columns.kind') },
    { key: 'route', header: t('columns.route') },
    { key: 'network', header: t('columns.network') },
  ]
  const rows = entries.map((entry) => ({
    id: entry.id,
    cells: { at: <FormattedDate value={entry.at} format="time" />, kind: t(`kinds.${entry.kind}`), route: <bdi dir="ltr">{entry.route?.replace('routes/', '') ?? ''}</bdi>, network: <bdi dir="ltr">{entry.network ?? ''}</bdi> },
  }))
  return <Table caption={t('entries.title')} columns={columns} rows={rows} />
}
