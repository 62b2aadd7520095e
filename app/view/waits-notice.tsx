import { useTranslation } from 'react-i18next'

import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'

import type { WaitView } from './waits-view.ts'

/** Said before submitting: what the application will wait for at once. */
export function WaitsNotice({ waits }: { waits: readonly WaitView[] }) {
  const { t } = useTranslation('apply')
  if (waits.length === 0) return null
  return (
    <NotificationBanner title={t('waits.title')} heading={t('waits.heading', { count: waits.length })}>
      <ul className="govuk-list govuk-list--bullet">
        {waits.map(({ name, title, text, amount }) => (
          <li key={name}>
            <strong>{title}{amount && <>{t('waits.colon')}<bdi>{amount}</bdi></>}</strong>
            <span className="ot-block">{text}</span>
          </li>
        ))}
      </ul>
    </NotificationBanner>
  )
}
