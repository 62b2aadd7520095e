import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { classNames } from '../class-names.ts'
import { type FieldText } from '../form-group/form-group.tsx'

type Props = Pick<FieldText, 'optional' | 'size' | 'heading'> & { legend: string; describedBy?: string; role?: 'group'; children: ReactNode }

/** Groups fields under one question. */
export function Fieldset({ legend, optional, size, heading, describedBy, role, children }: Props) {
  const { t } = useTranslation('ui')
  const text = optional ? t('field.optional', { label: legend }) : legend
  return (
    <fieldset className="govuk-fieldset" role={role} aria-describedby={describedBy}>
      <legend className={classNames('govuk-fieldset__legend', size && `govuk-fieldset__legend--${size}`)}>
        {heading ? <h1 className="govuk-fieldset__heading">{text}</h1> : text}
      </legend>
      {children}
    </fieldset>
  )
}
