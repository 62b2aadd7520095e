import { useTranslation } from 'react-i18next'

import type { DateValue } from '#app/i18n/dates.ts'
import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'

import { LetterContact } from './letter-contact.tsx'

type Props = {
  service: string
  applicant: string
  /** Of the service's own texts: `letters.<template>` names it, `bodies.<template>` is what it says. */
  template: string
  reasons: readonly { reasonText: string; text: string }[]
  /** Whoever decided. */
  department: string
  on: DateValue
}

/** The letter that tells a decision in the service's own words, with its reason and what the desk adds. */
export function DecisionLetter({ service, applicant, template, reasons, department, on }: Props) {
  const { t } = useTranslation(['letters', `services/${service}`, 'departments'])
  return (
    <article className="ot-letter">
      <h2 className="govuk-heading-m">{t(`services/${service}:letters.${template}`)}</h2>
      <p className="govuk-body">{t('refusal.greeting', { applicant })}</p>
      <p className="govuk-body">{t(`services/${service}:bodies.${template}`)}</p>
      {reasons.length > 0 && (
        <>
          <h3 className="govuk-heading-s">{t('refusal.why')}</h3>
          <ul className="govuk-list govuk-list--bullet">
            {reasons.map(({ reasonText, text }, i) => (
              <li key={i}>
                {reasonText}
                {text && <span className="ot-letter__words" dir="auto">{text}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="govuk-body">{t('refusal.ask')}</p>
      <p className="govuk-body ot-letter__signed">
        <LetterContact department={department} />
        <br />
        <FormattedDate value={on} />
      </p>
    </article>
  )
}
