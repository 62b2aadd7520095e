import { useTranslation } from 'react-i18next'

import { agreementAnchor } from '#app/dcat/addresses.ts'
import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'
import { Table } from '#app/ui/table/table.tsx'
import { Tag } from '#app/ui/tag/tag.tsx'
import type { EndingAgreement } from '#app/use-cases/registers/steward-sources.ts'

/** Agreements that have run out or soon will, above all else. */
export function EndingAgreements({ agreements }: { agreements: readonly EndingAgreement[] }) {
  const { t } = useTranslation('steward')
  if (agreements.length === 0) return <p className="govuk-body ot-muted">{t('ending.none')}</p>
  const columns = (['service', 'register', 'until', 'standing'] as const).map((key) => ({ key, header: t(`column.${key}`) }))
  const rows = agreements.map(({ id, service, register, until, daysLeft }) => ({
    id,
    cells: {
      service: <a className="govuk-link" href={`/data/${register}#${agreementAnchor(id)}`}>{t(`services/${service}:title`)}</a>,
      register: t(`registers:${register}.name`),
      until: <FormattedDate value={until} format="short" />,
      standing: daysLeft === null ? <Tag colour="red">{t('ending.expired')}</Tag> : <Tag colour="yellow">{t('ending.left', { count: daysLeft })}</Tag>,
    },
  }))
  return (
    <div className="ot-steward-ending">
      <Table caption={t('ending.title', { count: agreements.length })} columns={columns} rows={rows} />
      <p className="govuk-body ot-muted">{t('ending.refusing')}</p>
    </div>
  )
}
