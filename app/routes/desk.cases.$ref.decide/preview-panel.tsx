import { useTranslation } from 'react-i18next'

import type { TaskRef } from '#app/kernel/case/command.ts'
import { Button } from '#app/ui/button/button.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { RefusalLetter } from '#app/view/refusal-letter.tsx'
import { ReturnLetter } from '#app/view/return-letter.tsx'

import { TaskRefInputs } from '../desk.cases.$ref._index/task-ref-inputs.tsx'

import { decideAddress } from './decide-address.ts'
import type { Fields, FormView } from './decision-form.tsx'
import type { PreviewView } from './describe-decision.server.ts'

type Props = { form: FormView; task: TaskRef; preview: PreviewView; fields: Fields }

/** What will follow: the letter as the applicant will read it, the steps that open, the end. Then the last word. */
export function PreviewPanel({ form, task, preview, fields }: Props) {
  const { t } = useTranslation('desk')
  const { returnLetter, refusal } = preview
  return (
    <section aria-labelledby="preview" className="ot-card ot-preview">
      <h2 className="govuk-heading-m" id="preview">{t('decide.follows')}</h2>
      {preview.end && <p className="govuk-body">{t('decide.ends', { end: preview.end })}</p>}
      {preview.next.length > 0 && <p className="govuk-body">{t('decide.opens', { steps: preview.next.join(' · ') })}</p>}
      {!preview.end && preview.next.length === 0 && !returnLetter?.now && <p className="govuk-body">{t('decide.waits')}</p>}
      {returnLetter && !returnLetter.now && <InsetText>{t('decide.merged_later')}</InsetText>}
      {returnLetter && <Letter><ReturnLetter service={form.service} items={returnLetter.items} dueOn={returnLetter.dueOn} /></Letter>}
      {refusal && <Letter><RefusalLetter service={form.service} {...refusal} /></Letter>}
      <form method="post" action={decideAddress(form.ref, task, form.outcome.value)}>
        {fields.length > 0 ? fields.map(([key, value], i) => <input key={`${key}${i}`} type="hidden" name={key} value={value} />) : <Plain form={form} task={task} />}
        <Button type="submit" name="intent" value="confirm">{t('decide.confirm', { outcome: form.outcome.text })}</Button>
      </form>
    </section>
  )
}

function Plain({ form, task }: Pick<Props, 'form' | 'task'>) {
  return (
    <>
      <TaskRefInputs task={task} />
      <input type="hidden" name="outcome" value={form.outcome.value} />
    </>
  )
}

function Letter({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation('desk')
  return (
    <div role="group" aria-label={t('decide.letter')}>
      {children}
    </div>
  )
}
