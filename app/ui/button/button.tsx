import { type ReactNode } from 'react'

import { classNames } from '../class-names.ts'

type Look = { children: ReactNode; variant?: 'primary' | 'secondary' | 'warning' }
type AsLink = Look & { href: string }
type AsButton = Look & {
  href?: undefined
  type?: 'submit' | 'button'
  name?: string
  value?: string
  form?: string
  formAction?: string
  disabled?: boolean
  preventDoubleClick?: boolean
}

/** What a form does, or where to begin. Submit buttons ignore a second click within a second (enhance.js). */
export function Button({ variant = 'primary', ...props }: AsLink | AsButton) {
  const className = classNames('govuk-button', variant !== 'primary' && `govuk-button--${variant}`)
  if (props.href !== undefined)
    return (
      <a href={props.href} className={className}>
        {props.children}
      </a>
    )
  const { preventDoubleClick = true, type = 'submit', ...rest } = props
  return <button {...rest} type={type} className={className} data-prevent-double-click={preventDoubleClick || undefined} />
}
