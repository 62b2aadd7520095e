import { useTranslation } from 'react-i18next'

import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'
import { accessAddress } from '#app/view/access/access-wish.ts'

import { LookForm } from './look-form.tsx'
import type { OwnRecordsView } from './own-records-view.ts'

/** What one register holds on one's own, one's company, or whom one acts for; and that this look was written down. */
export function HeldRecords({ of, whose, held }: { of: string; whose: string; held: OwnRecordsView }) {
  const { t } = useTranslation('mydata')
  const { register, name, owner, phone, at, unread, records } = held
  return (
    <div className="ot-narrow">
      <BackLink href={accessAddress('/my-data', { of, typed: {} })} text={t('records.back')} />
      <p className="govuk-caption-l">{t('whose.who')} <bdi>{whose}</bdi></p>
      <h1 className="govuk-heading-l">{t('records.what', { register: name })}</h1>
      <p className="govuk-body ot-muted">{t('records.held_by', { department: owner, phone })}</p>
      {unread !== null && (
        <>
          <p className="govuk-body">{t(`records.${unread}`)}</p>
          <LookForm of={of} register={register} name={name} again />
        </>
      )}
      {unread === null && records.length === 0 && <p className="govuk-body">{t('records.none')}</p>}
      {records.map((record, i) => <RecordCard key={record.id} record={record} number={i + 1} total={records.length} />)}
      <InsetText>{t('records.logged', { time: at })}</InsetText>
    </div>
  )
}

function RecordCard({ record: { rows, asOf, validUntil }, number, total }: { record: OwnRecordsView['records'][number]; number: number; total: number }) {
  const { t } = useTranslation('mydata')
  const dates = [t('records.as_of', { date: asOf }), validUntil !== null && t('records.valid_until', { date: validUntil })].filter(Boolean)
  return (
    <section className="ot-held">
      <SummaryList title={total > 1 ? t('records.number', { number, total }) : undefined} rows={rows.map(({ name, value }) => ({ name, value: <bdi>{value}</bdi> }))} />
      <p className="ot-small ot-muted">{dates.join(' · ')}</p>
    </section>
  )
}
