import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'

/** Assigns and opens the most urgent task that nobody holds. */
export function TakeNext({ waiting }: { waiting: number }) {
  const { t } = useTranslation('desk')
  return (
    <form method="post" action="/desk/next">
      <Button type="submit">{t('queue.take_next')}</Button>
      <p className="govuk-body-s ot-muted">{t('queue.waiting', { count: waiting })}</p>
    </form>
  )
}
