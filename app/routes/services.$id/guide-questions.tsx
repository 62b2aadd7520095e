import { useTranslation } from 'react-i18next'

import { Details } from '#app/ui/details/details.tsx'

import type { GuideView } from './guide-view.ts'

/** What people ask most, answered. */
export function GuideQuestions({ questions }: Pick<GuideView, 'questions'>) {
  const { t } = useTranslation('portal')
  if (questions.length === 0) return null
  return (
    <section className="ot-narrow ot-part">
      <h2 className="govuk-heading-l">{t('guide.questions')}</h2>
      {questions.map(({ question, answer }) => <Details key={question} summary={question}><p className="govuk-body">{answer}</p></Details>)}
    </section>
  )
}
