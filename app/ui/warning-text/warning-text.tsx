import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Icon } from '../icon/icon.tsx'

/** A consequence somebody must know before they act. */
export function WarningText({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui')
  return (
    <div className="govuk-warning-text">
      <Icon name="warning" />
      <div className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{t('warning')} </span>
        {children}
      </div>
    </div>
  )
}
