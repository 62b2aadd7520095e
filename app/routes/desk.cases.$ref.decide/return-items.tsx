import { useTranslation } from 'react-i18next'

import { ChoiceItem } from '#app/ui/choice-item/choice-item.tsx'
import { Fieldset } from '#app/ui/fieldset/fieldset.tsx'
import { SelectField } from '#app/ui/select-field/select-field.tsx'
import { TextField } from '#app/ui/text-field/text-field.tsx'

import { errorOf, type FormProps, valueOf, valuesOf } from './decision-form.tsx'

/** What the applicant is to give again: each thing with its reason, and words of the desk's own. */
export function ReturnItems({ form, errors, fields }: Omit<FormProps, 'task'>) {
  const { t } = useTranslation('desk')
  const missing = errorOf(errors, 'items')
  const chosen = valuesOf(fields, 'items')
  const reasons = [{ value: '', text: t('decide.choose_reason') }, ...form.reasons]
  return (
    <div className={missing ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'} id="items">
      <Fieldset legend={t('decide.items')} describedBy={missing ? 'items-error' : undefined}>
        {missing && <p className="govuk-error-message" id="items-error">{missing}</p>}
        {form.items.map((item) => (
          <div key={item.name} className="ot-return-item" id={item.name}>
            <div className="govuk-checkboxes govuk-checkboxes--small">
              <ChoiceItem kind="checkboxes" id={`item-${item.name}`} name="items" value={item.name} text={item.label} hint={item.value || undefined} checked={chosen.includes(item.name)} />
            </div>
            <div className="ot-return-item__why">
              <SelectField label={t('decide.reason_for', { item: item.label })} name={`reason-${item.name}`} size="s" items={reasons} value={valueOf(fields, `reason-${item.name}`)} error={errorOf(errors, item.name)} />
              <TextField label={t('decide.text_for', { item: item.label })} name={`text-${item.name}`} size="s" value={valueOf(fields, `text-${item.name}`)} maxLength={500} optional />
            </div>
          </div>
        ))}
      </Fieldset>
    </div>
  )
}
