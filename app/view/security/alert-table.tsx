import { useTranslation } from 'react-i18next'

import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'
import { Table } from '#app/ui/table/table.tsx'
import type { ListedAlert } from '#app/use-cases/security/list-alerts.ts'

/** Alerts, each with who, how often and when; the rule's name leads to it. */
export function AlertTable({ alerts, caption }: { alerts: readonly ListedAlert[]; caption: string }) {
  const { t } = useTranslation('security')
  const columns = [
    { key: 'rule', header: t('columns.rule') },
    { key: 'who', header: t('columns.who') },
    { key: 'count', header: t('columns.count'), numeric: true },
    { key: 'last', header: t('columns.last') },
  ]
  const rows = alerts.map((alert) => ({
    id: alert.id,
    cells: {
      rule: <a className="govuk-link" href={`/security/${alert.id}`}>{t(`rules.${alert.rule}.name`)}</a>,
      who: <Bdi>{alert.who ?? alert.subject}</Bdi>,
      count: alert.count,
      last: <FormattedDate value={alert.last} format="time" />,
    },
  }))
  return <Table caption={caption} captionHidden columns={columns} rows={rows} />
}
