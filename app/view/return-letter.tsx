import { useTranslation } from 'react-i18next'

import { formatDate } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/ui/use-language.ts'

import { LetterContact } from './letter-contact.tsx'

/** One thing asked for again: what, why by the coded reason, what the desk adds, and which department asks. */
export type ReturnLetterItem = { label: string; reasonText: string; text: string; department: string }

type Props = { service: string; items: readonly ReturnLetterItem[]; dueOn: string | null }

/** The letter that asks the applicant for something: as they will read it, and as the desk sees it before. */
export function ReturnLetter({ service, items, dueOn }: Props) {
  const { t } = useTranslation(['letters', `services/${service}`, 'departments'])
  const lang = useLanguage()
  const departments = [...new Set(items.map((item) => item.department))]
  return (
    <article className="ot-letter">
      <h2 className="govuk-heading-m">{t('return.title')}</h2>
      <p className="govuk-body">{t('return.opening', { service: t(`services/${service}:title`) })}</p>
      <ol className="govuk-list govuk-list--number govuk-list--spaced">
        {items.map((item, i) => (
          <li key={i}>
            <strong>{item.label}</strong>
            <br />
            {item.reasonText}
            {item.text && <span className="ot-letter__words" dir="auto">{item.text}</span>}
            <br />
            <span className="ot-muted ot-small">{t('return.asked_by', { department: t(`departments:${item.department}.name`) })}</span>
          </li>
        ))}
      </ol>
      <p className="govuk-body"><strong>{dueOn ? t('return.due', { date: formatDate(dueOn, lang) }) : t('return.due_later')}</strong></p>
      <p className="govuk-body">{t('return.next')} {t('return.clock')} {t('return.if_late')}</p>
      {departments.map((department) => <p key={department} className="govuk-body ot-small"><LetterContact department={department} /></p>)}
    </article>
  )
}
