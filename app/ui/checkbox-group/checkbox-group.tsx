import { ChoiceItem, type Choice, choiceId } from '../choice-item/choice-item.tsx'
import { Fieldset } from '../fieldset/fieldset.tsx'
import { describedBy, type FieldText, FormGroup, HintAndError } from '../form-group/form-group.tsx'

type Props = FieldText & { name: string; id?: string; values?: readonly string[]; items: readonly Choice[] }

/** Choose any number; one alone makes a declaration. */
export function CheckboxGroup({ name, id = name, values = [], items, label, hint, error, ...legend }: Props) {
  return (
    <FormGroup error={error}>
      <Fieldset legend={label} describedBy={describedBy(id, { hint, error })} {...legend}>
        <HintAndError id={id} hint={hint} error={error} />
        <div className="govuk-checkboxes">
          {items.map((item, index) => (
            <ChoiceItem key={item.value} kind="checkboxes" id={choiceId(id, index)} name={name} checked={values.includes(item.value)} {...item} />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  )
}
