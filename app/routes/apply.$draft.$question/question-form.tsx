import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { SourceBadge } from '#app/ui/source-badge/source-badge.tsx'

import { PromiseInstead } from './promise-instead.tsx'
import { type EvidenceChoice, EvidenceChoices } from '#app/view/question/evidence-choices.tsx'
import { QuestionField } from '#app/view/question/question-field.tsx'
import type { QuestionView } from '#app/view/question/question-view.ts'

type Props = { question: QuestionView; evidence: readonly EvidenceChoice[]; values: Readonly<Record<string, string>>; error: string | undefined }

export function QuestionForm({ question, evidence, values, error }: Props) {
  const { t } = useTranslation('apply')
  const isFile = question.input.as === 'file'
  return (
    <form id="question-form" method="post" noValidate encType={isFile ? 'multipart/form-data' : undefined}>
      <QuestionField question={question} values={values} error={error} />
      <Register question={question} />
      <div className="govuk-button-group">
        <Button>{t('question.save')}</Button>
        {question.optional && <Button variant="secondary" name="skip" value="yes">{t('question.skip')}</Button>}
      </div>
      {evidence.length > 0 && <EvidenceChoices choices={evidence} />}
      {question.promise && <PromiseInstead promise={question.promise} />}
    </form>
  )
}

/** What the register says stays in sight while it is being changed. */
function Register({ question: { source, registerSays } }: Pick<Props, 'question'>) {
  const { t } = useTranslation('apply')
  if (!source || registerSays === null) return null
  return (
    <InsetText>
      {t('question.registerSays')} <strong><bdi>{registerSays}</bdi></strong>
      <SourceBadge {...source} locked={false} />
      <span className="ot-small ot-block">{t('question.registerKept')}</span>
    </InsetText>
  )
}
