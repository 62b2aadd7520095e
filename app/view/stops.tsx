import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'

import { AnswerList } from './answer-list.tsx'
import type { Stop } from './stop-view.ts'

/** A clear stop: why, what causes it, what to do, and a way to look again. */
export function Stops({ stops, draft }: { stops: readonly Stop[]; draft: string }) {
  const { t } = useTranslation('apply')
  if (stops.length === 0) return null
  return (
    <NotificationBanner tone="urgent" title={t('stop.title')}>
      {stops.map(({ reason, why, way, causes }) => (
        <div key={reason} className="ot-stop">
          <p className="govuk-notification-banner__heading">{why}</p>
          <AnswerList rows={causes} draft={draft} from="review" />
          <p className="govuk-body">{way}</p>
        </div>
      ))}
      <form method="post" action={`/apply/${draft}`}>
        <Button variant="secondary">{t('stop.again')}</Button>
      </form>
    </NotificationBanner>
  )
}
