import { useTranslation } from 'react-i18next'

import { Bdi } from '../bdi/bdi.tsx'
import { Button } from '../button/button.tsx'

const known = [403, 404, 409, 413, 429, 503] as const

/** The pages we have words for; every other fault is ours. */
export const knownStatus = (status: number | undefined) => known.find((one) => one === status) ?? 500

/** What went wrong in plain words, a reference to quote, a way on. Never what the program said. */
export function ErrorPage({ status, reference }: { status?: number; reference?: string }) {
  const { t } = useTranslation('ui')
  const key = `error.status.${knownStatus(status)}` as const
  return (
    <div className="ot-narrow">
      <h1 className="govuk-heading-l">{t(`${key}.title`)}</h1>
      <p className="govuk-body">{t(`${key}.body`)}</p>
      {reference && <p className="govuk-body">{t('error.reference')} <strong><Bdi>{reference}</Bdi></strong></p>}
      <Button href="/">{t('contact.home')}</Button>
    </div>
  )
}
