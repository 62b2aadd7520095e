import { classNames } from '../class-names.ts'
import { describedBy, type FieldText, FormGroup, HintAndError, Label } from '../form-group/form-group.tsx'

type Props = FieldText & {
  name: string
  id?: string
  value?: string
  type?: 'text' | 'number' | 'tel' | 'email' | 'search'
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  prefix?: string
  suffix?: string
  autoComplete?: string
  maxLength?: number
  spellCheck?: boolean
}

/** One line of text. Numbers are text with a number pad: spin buttons change values by accident. */
export function TextField({ name, id = name, value, type = 'text', width, prefix, suffix, error, hint, ...rest }: Props) {
  const { autoComplete, maxLength, spellCheck, ...label } = rest
  const input = (
    <input
      className={classNames('govuk-input', width && `govuk-input--width-${width}`, error && 'govuk-input--error')}
      id={id}
      name={name}
      type={type === 'number' ? 'text' : type}
      inputMode={type === 'number' ? 'decimal' : undefined}
      // Addresses, phones and identity numbers are written from left to right in any language.
      dir={type === 'tel' || type === 'email' || type === 'number' ? 'ltr' : undefined}
      defaultValue={value}
      aria-describedby={describedBy(id, { hint, error })}
      aria-invalid={error ? true : undefined}
      autoComplete={autoComplete}
      maxLength={maxLength}
      spellCheck={spellCheck}
    />
  )
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} {...label} />
      <HintAndError id={id} hint={hint} error={error} />
      {prefix || suffix ? (
        <div className="govuk-input__wrapper">
          {prefix && <div className="govuk-input__prefix" aria-hidden="true">{prefix}</div>}
          {input}
          {suffix && <div className="govuk-input__suffix" aria-hidden="true">{suffix}</div>}
        </div>
      ) : input}
    </FormGroup>
  )
}
