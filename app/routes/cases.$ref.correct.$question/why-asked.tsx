import { useTranslation } from 'react-i18next'

import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import type { CorrectionPoint } from '#app/view/correction-view.ts'

/** Why this is asked for again, and what was sent before. */
export function WhyAsked({ point: { asks, before } }: { point: CorrectionPoint }) {
  const { t } = useTranslation('cases')
  return (
    <InsetText>
      <p className="govuk-body"><strong>{t('correct.why')}</strong></p>
      {asks.length === 0 && <p className="govuk-body">{t('correct.newly')}</p>}
      {asks.map(({ reason, words }) => (
        <p key={reason} className="govuk-body">
          {reason}
          {words && <span className="ot-letter__words">{words}</span>}
        </p>
      ))}
      {before !== null && <p className="govuk-body">{t('correct.before')} <bdi>{before}</bdi></p>}
    </InsetText>
  )
}
