import { ChoiceItem, type Choice, choiceId } from '../choice-item/choice-item.tsx'
import { classNames } from '../class-names.ts'
import { Fieldset } from '../fieldset/fieldset.tsx'
import { describedBy, type FieldText, FormGroup, HintAndError } from '../form-group/form-group.tsx'

type Props = FieldText & { name: string; id?: string; value?: string; items: readonly Choice[]; inline?: boolean }

/** Choose one. Nothing is chosen beforehand unless it was answered or read from a record. */
export function RadioGroup({ name, id = name, value, items, inline, label, hint, error, ...legend }: Props) {
  return (
    <FormGroup error={error}>
      <Fieldset legend={label} describedBy={describedBy(id, { hint, error })} {...legend}>
        <HintAndError id={id} hint={hint} error={error} />
        <div className={classNames('govuk-radios', inline && 'govuk-radios--inline')}>
          {items.map((item, index) => (
            <ChoiceItem key={item.value} kind="radios" id={choiceId(id, index)} name={name} checked={item.value === value} {...item} />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  )
}
