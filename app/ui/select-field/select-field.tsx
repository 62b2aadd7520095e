import { classNames } from '../class-names.ts'
import { type Choice } from '../choice-item/choice-item.tsx'
import { describedBy, type FieldText, FormGroup, HintAndError, Label } from '../form-group/form-group.tsx'

type Props = FieldText & { name: string; id?: string; value?: string; items: readonly Omit<Choice, 'hint'>[] }

/** Choose one of many; up to seven, prefer a RadioGroup. */
export function SelectField({ name, id = name, value, items, hint, error, ...label }: Props) {
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} {...label} />
      <HintAndError id={id} hint={hint} error={error} />
      <select
        className={classNames('govuk-select', error && 'govuk-select--error')}
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? true : undefined}
      >
        {items.map((item) => (
          <option key={item.value} value={item.value} disabled={item.disabled}>{item.text}</option>
        ))}
      </select>
    </FormGroup>
  )
}
