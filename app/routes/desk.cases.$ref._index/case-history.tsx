import { useTranslation } from 'react-i18next'

import { Timeline } from '#app/ui/timeline/timeline.tsx'

import type { HistoryEntry } from './history.ts'

/** Newest first, also among things that happened in one moment. */
export function CaseHistory({ events }: { events: readonly HistoryEntry[] }) {
  const { t } = useTranslation('desk')
  return (
    <section>
      <h2 className="govuk-heading-m">{t('case.history')}</h2>
      <Timeline format="time" events={[...events].reverse().map(({ id, title, at, by, tone, note }) => ({ id, title, at, by: by ?? undefined, tone: tone ?? undefined, body: note ?? undefined }))} />
    </section>
  )
}
