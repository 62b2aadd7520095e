import { useTranslation } from 'react-i18next'

import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'
import { Table } from '#app/ui/table/table.tsx'

import type { RefusalView } from './refusal-view.ts'

/** Nothing was handed in: why, and what is no longer as it was. */
export function Refusal({ message, changes }: RefusalView) {
  const { t } = useTranslation('apply')
  const columns = [{ key: 'name', header: t('refusal.field') }, { key: 'before', header: t('refusal.before') }, { key: 'after', header: t('refusal.after') }]
  const rows = changes.map(({ name, before, after }) => ({ id: name, cells: { name, before: <bdi>{before ?? t('notProvided')}</bdi>, after: <strong><bdi>{after ?? t('notProvided')}</bdi></strong> } }))
  return (
    <NotificationBanner tone="urgent" title={t('refusal.title')} heading={message}>
      {rows.length > 0 && <Table caption={t('refusal.changes')} captionHidden columns={columns} rows={rows} rowHeader="name" />}
    </NotificationBanner>
  )
}
