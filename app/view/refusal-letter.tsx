import { useTranslation } from 'react-i18next'

import type { DateValue } from '#app/i18n/dates.ts'
import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'

import { LetterContact } from './letter-contact.tsx'

type Props = {
  service: string
  applicant: string
  reasons: readonly { reasonText: string; text: string }[]
  legal: string
  department: string
  /** YYYY-MM-DD, or an instant (epoch ms). */
  on: DateValue
}

/** The letter that refuses: why, by which law, and what can be done about it. */
export function RefusalLetter({ service, applicant, reasons, legal, department, on }: Props) {
  const { t } = useTranslation(['letters', `services/${service}`, 'departments'])
  const name = t(`departments:${department}.name`)
  return (
    <article className="ot-letter">
      <h2 className="govuk-heading-m">{t('refusal.title')}</h2>
      <p className="govuk-body">{t('refusal.greeting', { applicant })}</p>
      <p className="govuk-body">{t('refusal.opening', { service: t(`services/${service}:title`) })}</p>
      <h3 className="govuk-heading-s">{t('refusal.why')}</h3>
      <ul className="govuk-list govuk-list--bullet">
        {reasons.length === 0 && <li>{t('refusal.no_reason')}</li>}
        {reasons.map(({ reasonText, text }, i) => (
          <li key={i}>
            {reasonText}
            {text && <span className="ot-letter__words" dir="auto">{text}</span>}
          </li>
        ))}
      </ul>
      <h3 className="govuk-heading-s">{t('refusal.legal')}</h3>
      <p className="govuk-body">{legal}</p>
      <h3 className="govuk-heading-s">{t('refusal.what_now')}</h3>
      <ul className="govuk-list govuk-list--bullet">
        <li>{t('refusal.again')}</li>
        <li>{t('refusal.reconsider', { department: name })}</li>
        <li>{t('refusal.ask')}</li>
      </ul>
      <p className="govuk-body ot-letter__signed">
        <LetterContact department={department} />
        <br />
        <FormattedDate value={on} />
      </p>
    </article>
  )
}
