import { useTranslation } from 'react-i18next'

import { type DateValue, formatDate } from '../../i18n/dates.ts'
import { Icon } from '../icon/icon.tsx'
import { useLanguage } from '../use-language.ts'

export type Source = { register: string; asOf: DateValue; locked: boolean }

/** Where a value comes from, as of when, and whether the applicant may change it. */
export function SourceBadge({ register, asOf, locked }: Source) {
  const { t } = useTranslation('ui')
  const date = formatDate(asOf, useLanguage(), 'short')
  return (
    <span className="ot-source">
      <Icon name={locked ? 'lock' : 'database'} />
      <span>{t('source.asOf', { register, date })}</span>
      <span className="govuk-tag govuk-tag--grey">{t(locked ? 'source.locked' : 'source.editable')}</span>
    </span>
  )
}
