import { type ReactNode } from 'react'

import { classNames } from '../class-names.ts'

export type Choice = { value: string; text: string; hint?: ReactNode; disabled?: boolean }

type Props = Choice & { kind: 'radios' | 'checkboxes'; id: string; name: string; checked: boolean }

/** One radio or checkbox with its label; the whole row can be pressed. */
export function ChoiceItem({ kind, id, name, value, text, hint, disabled, checked }: Props) {
  const hintId = hint ? `${id}-item-hint` : undefined
  return (
    <div className={`govuk-${kind}__item`}>
      <input
        className={`govuk-${kind}__input`}
        id={id}
        name={name}
        type={kind === 'radios' ? 'radio' : 'checkbox'}
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        aria-describedby={hintId}
      />
      <label className={classNames('govuk-label', `govuk-${kind}__label`)} htmlFor={id}>{text}</label>
      {hint && <div id={hintId} className={classNames('govuk-hint', `govuk-${kind}__hint`)}>{hint}</div>}
    </div>
  )
}

/** The first has the field's own id, so that a link in the error summary arrives at it. */
export const choiceId = (id: string, index: number): string => (index === 0 ? id : `${id}-${index + 1}`)
