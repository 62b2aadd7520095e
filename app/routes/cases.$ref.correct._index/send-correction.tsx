import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'

/** One button for all answers, once there are all. */
export function SendCorrection({ ready }: { ready: boolean }) {
  const { t } = useTranslation('cases')
  if (!ready) return <p className="govuk-body ot-muted">{t('correct.not_ready')}</p>
  return (
    <form method="post">
      <p className="govuk-body">{t('correct.check')}</p>
      <Button>{t('correct.submit')}</Button>
    </form>
  )
}
