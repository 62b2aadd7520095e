import { useTranslation } from 'react-i18next'

import { TimeLeftLight } from '#app/view/time-left-light.tsx'

import type { StatusView } from './status-view.ts'

/** The clock: how long still, by when, whose time it was, and why it stands still if it does. */
export function CaseStatus({ status }: { status: StatusView }) {
  const { t } = useTranslation('cases')
  return (
    <section className="ot-card ot-case-status" aria-labelledby="time">
      <h2 className="govuk-heading-m" id="time">{t('clock.heading')}</h2>
      <dl className="ot-case-facts">
        {status.left && (
          <div>
            <dt>{t('clock.left')}</dt>
            <dd><TimeLeftLight left={status.left} t={t} /></dd>
          </div>
        )}
        {status.facts.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {status.stopped && <p className="govuk-body">{status.stopped}</p>}
      <p className="govuk-body ot-small ot-muted">{status.shares}</p>
      {status.provisional && <p className="govuk-body ot-small ot-muted">{t('clock.provisional')}</p>}
    </section>
  )
}
