import { useTranslation } from 'react-i18next'

import { formatDate } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/ui/use-language.ts'

/** An application begun: go on, or throw it away. */
export function DraftCard({ id, service, updatedAt }: { id: string; service: string; updatedAt: number }) {
  const { t } = useTranslation(['cases', `services/${service}`])
  const lang = useLanguage()
  const title = t(`services/${service}:title`)
  return (
    <li className="ot-card">
      <h3 className="ot-case-list__title">{title}</h3>
      <p className="ot-muted ot-small ot-case-list__line">{t('list.saved', { date: formatDate(updatedAt, lang, 'time') })}</p>
      <p className="ot-cluster ot-case-list__line">
        <a className="govuk-link" href={`/apply/${id}`}>{t('list.continue')} <span className="govuk-visually-hidden">{t('list.continue_what', { service: title })}</span></a>
        <a className="govuk-link" href={`/apply/${id}/remove`}>{t('list.remove')} <span className="govuk-visually-hidden">{t('list.remove_what', { service: title })}</span></a>
      </p>
    </li>
  )
}
