import { useTranslation } from 'react-i18next'

import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'
import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'
import { Tag } from '#app/ui/tag/tag.tsx'

import type { AgreementView } from './register-view.ts'

/** One agreement: who may read what, what for, by which law and until when. */
export function AgreementCard({ agreement }: { agreement: AgreementView }) {
  const { t } = useTranslation('data')
  const { anchor, service, purpose, legal, fields, until, steward, standing } = agreement
  const rows = [
    { name: t('agreements.purpose'), value: purpose },
    { name: t('agreements.fields'), value: <ul className="govuk-list ot-data-list">{fields.map((line) => <li key={line}>{line}</li>)}</ul> },
    { name: t('agreements.legal'), value: <bdi lang="en">{legal}</bdi> },
    { name: t('agreements.until'), value: <><FormattedDate value={until} />{standing !== 'in_force' && <> <Tag colour={standing === 'expired' ? 'red' : 'yellow'}>{t(`agreements.standing.${standing}`)}</Tag></>}</> },
    { name: t('agreements.steward'), value: steward },
  ]
  return (
    <article className="ot-card ot-data-agreement" id={anchor}>
      <h3 className="govuk-heading-s">{service.href === null ? service.title : <a className="govuk-link" href={service.href}>{service.title}</a>}</h3>
      <SummaryList rows={rows} />
    </article>
  )
}
