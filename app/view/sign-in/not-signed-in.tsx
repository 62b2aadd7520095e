import { useTranslation } from 'react-i18next'

import type { NotSignedIn as Why } from '#app/sign-in/provider/finish-sign-in.ts'
import { Button } from '#app/ui/button/button.tsx'

/** Why nobody was signed in, in plain words, and a way on. What the provider said of it is for the log alone. */
export function NotSignedIn({ why, returnTo }: { why: Why | 'unavailable'; returnTo: string }) {
  const { t } = useTranslation('signin')
  return (
    <div className="ot-narrow">
      <h1 className="govuk-heading-l">{t('failed.title')}</h1>
      <p className="govuk-body">{t(`failed.${why}`)}</p>
      <Button href={returnTo === '/' ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(returnTo)}`}>{t('failed.again')}</Button>
    </div>
  )
}
