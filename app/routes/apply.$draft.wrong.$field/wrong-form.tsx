import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { FileField } from '#app/ui/file-field/file-field.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { SourceBadge } from '#app/ui/source-badge/source-badge.tsx'
import { TextArea } from '#app/ui/text-area/text-area.tsx'
import { QuestionField } from '#app/view/question/question-field.tsx'

import type { WrongView } from './wrong-view.ts'

type Props = { view: WrongView; typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> }

/** What the register says, what is right, and why. */
export function WrongForm({ view, typed, errors }: Props) {
  const { t } = useTranslation('apply')
  const question = { name: view.name, label: t('wrong.claimed'), hint: null, optional: false, input: view.input }
  return (
    <>
      <InsetText>
        {t('question.registerSays')} <strong><bdi>{view.value}</bdi></strong>
        <SourceBadge {...view.source} locked />
      </InsetText>
      <p className="govuk-body">{t('wrong.text', { department: view.owner })}</p>
      <form method="post" noValidate encType="multipart/form-data">
        <QuestionField question={question} values={typed} error={errors.claimed} plain />
        <TextArea name="correction_reason" label={t('wrong.reason')} hint={t('wrong.reason_hint')} size="s" rows={4} value={typed.correction_reason} error={errors.correction_reason} />
        <FileField name="correction_proof" label={t('wrong.proof')} hint={t('wrong.proof_hint')} size="s" optional accept={['pdf', 'png', 'jpeg', 'jpg']} error={errors.correction_proof} />
        <Button>{t('wrong.button')}</Button>
      </form>
    </>
  )
}
