import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'

import type { SessionView } from './session-view.ts'

/** One place where somebody is signed in, and a button to end that. */
export function SessionCard({ session: { id, here, provider, since, seen } }: { session: SessionView }) {
  const { t } = useTranslation('signin')
  const rows = [
    { name: t('sessions.since'), value: since },
    { name: t('sessions.provider'), value: provider },
    { name: t('sessions.seen'), value: seen },
  ]
  return (
    <form method="post">
      <SummaryList title={t(here ? 'sessions.here' : 'sessions.elsewhere')} rows={rows} />
      <Button name="session" value={id} variant="secondary">{t(here ? 'sessions.end_here' : 'sessions.end')}</Button>
    </form>
  )
}
