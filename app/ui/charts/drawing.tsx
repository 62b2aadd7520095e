import { type ReactNode, useId } from 'react'

import { useLanguage } from '../use-language.ts'
import { directionOf } from '../../i18n/languages.ts'

type Props = { title: string; description: string; className?: string; children: ReactNode }

/** Shapes only: words stand beside it in HTML, since stretching would distort them. */
export function Drawing({ title, description, className = 'ot-plot__area', children }: Props) {
  const id = useId()
  return (
    <svg className={className} viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      {children}
    </svg>
  )
}

export const useRightToLeft = (): boolean => directionOf(useLanguage()) === 'rtl'
