import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'

import { classNames } from '../class-names.ts'
import { Icon } from '../icon/icon.tsx'

type Props = { tone?: 'info' | 'success' | 'urgent'; title?: string; heading?: string; children?: ReactNode }

const icons = { info: 'info', success: 'success', urgent: 'alert' } as const

/** Something to know (info), that has just happened (success) or to act on (urgent). */
export function NotificationBanner({ tone = 'info', title, heading, children }: Props) {
  const { t } = useTranslation('ui')
  const id = useId()
  return (
    <div
      className={classNames('govuk-notification-banner', tone === 'success' && 'govuk-notification-banner--success', tone === 'urgent' && 'ot-banner--urgent')}
      // What has just happened is announced; what was there before is a place to visit.
      role={tone === 'success' ? 'alert' : 'region'}
      aria-labelledby={id}
    >
      <Icon name={icons[tone]} />
      <h2 className="govuk-notification-banner__title" id={id}>{title ?? t(`notification.${tone}`)}</h2>
      <div className="govuk-notification-banner__content">
        {heading && <p className="govuk-notification-banner__heading">{heading}</p>}
        {children}
      </div>
    </div>
  )
}
