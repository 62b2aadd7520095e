import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'

import type { ReasonError } from './reason-errors.ts'

type Props = { view: { ref: string; service: string; title: string }; errors: readonly ReasonError[]; children: ReactNode }

/** The frame of every act beside the flow: the way back, what is wrong, which case it is. */
export function ActPage({ view, errors, children }: Props) {
  const { t } = useTranslation('desk')
  return (
    <div className="ot-narrow">
      <BackLink href={`/desk/cases/${view.ref}`} text={t('decide.back')} />
      <ErrorSummary items={errors.map(({ name, text }) => ({ href: `#${name}`, text }))} />
      <p className="govuk-caption-l">{view.service} · <Bdi>{view.ref}</Bdi></p>
      <h1 className="govuk-heading-l">{view.title}</h1>
      {children}
    </div>
  )
}
