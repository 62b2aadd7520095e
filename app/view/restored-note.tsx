import { useTranslation } from 'react-i18next'

import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'

/** What somebody typed before they were signed out stands in the boxes again; it is not saved yet. */
export function RestoredNote() {
  const { t } = useTranslation('signin')
  return (
    <NotificationBanner title={t('restored.title')}>
      <p className="govuk-body">{t('restored.text')}</p>
    </NotificationBanner>
  )
}
