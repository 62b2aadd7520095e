import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'

import { Timeline } from '#app/ui/timeline/timeline.tsx'

/** What has happened to a case, newest first. */
export function History({ events }: { events: ComponentProps<typeof Timeline>['events'] }) {
  const { t } = useTranslation('cases')
  return (
    <section aria-labelledby="history">
      <h2 className="govuk-heading-m" id="history">{t('history.heading')}</h2>
      <Timeline events={events} />
    </section>
  )
}
