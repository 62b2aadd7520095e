import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'

import type { QuestionView } from '#app/view/question/question-view.ts'

/** The second way to answer: with one's word; what follows from it stands before the button. */
export function PromiseInstead({ promise: { kind, hint, made } }: { promise: NonNullable<QuestionView['promise']> }) {
  const { t } = useTranslation('apply')
  return (
    <InsetText>
      <h2 className="govuk-heading-s">{t(`promise.${kind}.heading`)}</h2>
      {made && <p className="govuk-body"><strong>{t(`promise.${kind}.made`)}</strong></p>}
      <p className="govuk-body">{hint}</p>
      {!made && <Button variant="secondary" name="promise" value="yes">{t(`promise.${kind}.button`)}</Button>}
    </InsetText>
  )
}
