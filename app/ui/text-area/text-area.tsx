import { classNames } from '../class-names.ts'
import { describedBy, type FieldText, FormGroup, HintAndError, Label } from '../form-group/form-group.tsx'

type Props = FieldText & { name: string; id?: string; value?: string; rows?: number; maxLength?: number }

/** Several lines of text. */
export function TextArea({ name, id = name, value, rows = 5, maxLength, hint, error, ...label }: Props) {
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} {...label} />
      <HintAndError id={id} hint={hint} error={error} />
      <textarea
        className={classNames('govuk-textarea', error && 'govuk-textarea--error')}
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={value}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? true : undefined}
      />
    </FormGroup>
  )
}
