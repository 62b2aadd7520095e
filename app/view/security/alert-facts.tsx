import { useTranslation } from 'react-i18next'

import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'
import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'
import type { ListedAlert } from '#app/use-cases/security/list-alerts.ts'

/** Who, how often, when, and who looked into it. */
export function AlertFacts({ alert }: { alert: ListedAlert }) {
  const { t } = useTranslation('security')
  const rows = [
    { name: t('columns.who'), value: <Bdi>{alert.who ?? alert.subject}</Bdi> },
    { name: t('columns.count'), value: String(alert.count) },
    { name: t('columns.first'), value: <FormattedDate value={alert.first} format="time" /> },
    { name: t('columns.last'), value: <FormattedDate value={alert.last} format="time" /> },
    ...(alert.closedAt === null ? [] : [{ name: t('columns.closed'), value: <><FormattedDate value={alert.closedAt} format="time" /> <Bdi>{alert.closer ?? alert.closedBy}</Bdi></> }]),
  ]
  return <SummaryList rows={rows} />
}
