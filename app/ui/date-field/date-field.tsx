import { useTranslation } from 'react-i18next'

import { type Language } from '../../i18n/languages.ts'
import { classNames } from '../class-names.ts'
import { Fieldset } from '../fieldset/fieldset.tsx'
import { describedBy, type FieldText, FormGroup, HintAndError } from '../form-group/form-group.tsx'
import { useLanguage } from '../use-language.ts'

type Part = 'day' | 'month' | 'year'

type Props = FieldText & {
  name: string
  id?: string
  value?: Partial<Record<Part, string>>
  errorParts?: readonly Part[]
  birthday?: boolean
}

const orders: Record<Language, readonly Part[]> = {
  'zh-CN': ['year', 'month', 'day'],
  en: ['day', 'month', 'year'],
  ar: ['day', 'month', 'year'],
}

/** A date somebody knows by heart: three boxes, in the order of the language, sent as name-day, name-month, name-year. */
export function DateField({ name, id = name, value = {}, errorParts, birthday, label, hint, error, ...legend }: Props) {
  const { t } = useTranslation('ui')
  const wrong = (part: Part) => Boolean(error) && (!errorParts || errorParts.includes(part))
  return (
    <FormGroup error={error}>
      <Fieldset legend={label} role="group" describedBy={describedBy(id, { hint, error })} {...legend}>
        <HintAndError id={id} hint={hint} error={error} />
        <div className="govuk-date-input" id={id}>
          {orders[useLanguage()].map((part) => (
            <div key={part} className="govuk-date-input__item">
              <div className="govuk-form-group">
                <label className="govuk-label govuk-date-input__label" htmlFor={`${id}-${part}`}>{t(`date.${part}`)}</label>
                <input
                  className={classNames('govuk-input', 'govuk-date-input__input', `govuk-input--width-${part === 'year' ? 4 : 2}`, wrong(part) && 'govuk-input--error')}
                  id={`${id}-${part}`}
                  name={`${name}-${part}`}
                  type="text"
                  inputMode="numeric"
                  defaultValue={value[part]}
                  autoComplete={birthday ? `bday-${part}` : undefined}
                  aria-invalid={wrong(part) || undefined}
                />
              </div>
            </div>
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  )
}
