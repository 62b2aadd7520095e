import { useTranslation } from 'react-i18next'

import type { TaskRef } from '#app/kernel/case/command.ts'
import { Button } from '#app/ui/button/button.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group/checkbox-group.tsx'
import { Details } from '#app/ui/details/details.tsx'
import { RadioGroup } from '#app/ui/radio-group/radio-group.tsx'
import { TextArea } from '#app/ui/text-area/text-area.tsx'
import { TextField } from '#app/ui/text-field/text-field.tsx'

import { TaskRefInputs } from '../desk.cases.$ref._index/task-ref-inputs.tsx'

import { decideAddress } from './decide-address.ts'
import type { describeForm } from './describe-decision.server.ts'
import type { DecisionError } from './describe-refusal.server.ts'
import { ReturnItems } from './return-items.tsx'

export type FormView = ReturnType<typeof describeForm>
export type Fields = readonly (readonly [string, string])[]
export type FormProps = { form: FormView; task: TaskRef; errors: readonly DecisionError[]; fields: Fields }

export const valueOf = (fields: Fields, name: string): string => fields.find(([key]) => key === name)?.[1] ?? ''
export const valuesOf = (fields: Fields, name: string): string[] => fields.flatMap(([key, value]) => (key === name ? [value] : []))
export const errorOf = (errors: readonly DecisionError[], name: string): string | undefined => errors.find((error) => error.name === name)?.text

/** What this outcome asks of the clerk; folded away once what follows has been shown. */
export function DecisionForm({ folded, ...props }: FormProps & { folded: boolean }) {
  const { t } = useTranslation('desk')
  return folded ? <Details summary={t('decide.change')}><DecisionFields {...props} /></Details> : <DecisionFields {...props} />
}

function DecisionFields({ form, task, errors, fields }: FormProps) {
  const { t } = useTranslation('desk')
  const applicantReads = form.reasons.length > 0 && form.items.length === 0
  return (
    <form method="post" action={decideAddress(form.ref, task, form.outcome.value)} noValidate>
      <TaskRefInputs task={task} />
      <input type="hidden" name="outcome" value={form.outcome.value} />
      {form.items.length > 0 && <ReturnItems form={form} errors={errors} fields={fields} />}
      {applicantReads && (
        <>
          <CheckboxGroup label={t('decide.reasons')} name="reasons" items={form.reasons} values={valuesOf(fields, 'reasons')} error={errorOf(errors, 'reasons')} />
          <TextArea label={t('decide.reason_text')} hint={t('decide.reason_text_hint')} name="reason_text" value={valueOf(fields, 'reason_text')} rows={3} optional />
        </>
      )}
      {form.sets.map(({ name, label, options }) =>
        options ? (
          <RadioGroup key={name} label={label} name={name} items={options} value={valueOf(fields, name)} error={errorOf(errors, name)} />
        ) : (
          <TextField key={name} label={label} name={name} value={valueOf(fields, name)} error={errorOf(errors, name)} width={20} />
        ),
      )}
      <TextArea label={t('decide.note')} hint={t('decide.note_hint')} name="note" value={valueOf(fields, 'note')} error={errorOf(errors, 'note')} rows={3} optional />
      <Button type="submit" name="intent" value="preview">{t('decide.preview')}</Button>
    </form>
  )
}
