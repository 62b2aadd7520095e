import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'

import type { AppealView } from './appeal-view.ts'

/** The right to have the decision looked at again, while it lasts; afterwards, that it was asked for. */
export function CaseAppeal({ caseRef, appeal }: { caseRef: string; appeal: AppealView | null }) {
  const { t } = useTranslation('cases')
  if (!appeal) return null
  return (
    <section className="ot-card" aria-labelledby="appeal">
      {'until' in appeal ? (
        <>
          <h2 className="govuk-heading-m" id="appeal">{t('appeal.offer')}</h2>
          <p className="govuk-body">{t('appeal.offer_text', { date: appeal.until })}</p>
          <Button href={`/cases/${caseRef}/appeal`} variant="secondary">{t('appeal.open')}</Button>
        </>
      ) : (
        <>
          <h2 className="govuk-heading-m" id="appeal">{t('appeal.asked')}</h2>
          <p className="govuk-body">{t('appeal.asked_text', { date: appeal.askedOn })}</p>
        </>
      )}
    </section>
  )
}
