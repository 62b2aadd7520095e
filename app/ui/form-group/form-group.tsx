import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { classNames } from '../class-names.ts'

/** What every field can say about itself. `optional` marks the label; nothing marks what is required. */
export type FieldText = { label: string; hint?: ReactNode; error?: string; optional?: boolean; size?: 's' | 'm' | 'l' | 'xl'; heading?: boolean }

/** The ids of hint and error, in the order they are read out. */
export const describedBy = (id: string, { hint, error }: Pick<FieldText, 'hint' | 'error'>): string | undefined =>
  classNames(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`) || undefined

/** Hint, error and field in the order they are seen; the label or legend comes with the field's own markup. */
export function FormGroup({ error, children }: { error?: string; children: ReactNode }) {
  return <div className={classNames('govuk-form-group', error && 'govuk-form-group--error')}>{children}</div>
}

export function HintAndError({ id, hint, error }: { id: string } & Pick<FieldText, 'hint' | 'error'>) {
  const { t } = useTranslation('ui')
  return (
    <>
      {hint && <div id={`${id}-hint`} className="govuk-hint">{hint}</div>}
      {error && (
        <p id={`${id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">{t('error.prefix')}</span> {error}
        </p>
      )}
    </>
  )
}

/** The page's one question is also its heading: the label goes inside it. */
export function Label({ htmlFor, label, optional, size, heading }: { htmlFor: string } & Omit<FieldText, 'hint' | 'error'>) {
  const { t } = useTranslation('ui')
  const text = (
    <label className={classNames('govuk-label', size && `govuk-label--${size}`)} htmlFor={htmlFor}>
      {optional ? t('field.optional', { label }) : label}
    </label>
  )
  return heading ? <h1 className="govuk-label-wrapper">{text}</h1> : text
}
