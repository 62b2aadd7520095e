import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '../button/button.tsx'
import { classNames } from '../class-names.ts'
import { Label } from '../form-group/form-group.tsx'
import { Icon } from '../icon/icon.tsx'

type Props = { action: string; label: string; name?: string; value?: string; button?: string; large?: boolean; heading?: boolean; children?: ReactNode }

/** A search that is a link to its own results: GET, so that it can be kept and sent. `children` are hidden or further fields. */
export function SearchForm({ action, label, name = 'q', value, button, large, heading, children }: Props) {
  const { t } = useTranslation('ui')
  return (
    <form className={classNames('ot-search', large && 'ot-search--large')} action={action} method="get" role="search">
      <Label htmlFor={`search-${name}`} label={label} heading={heading} size={heading ? 'xl' : large ? 'm' : undefined} />
      <input className="govuk-input" id={`search-${name}`} name={name} type="search" defaultValue={value} />
      <Button preventDoubleClick={false}><Icon name="search" />{button ?? t('search.button')}</Button>
      {children}
    </form>
  )
}
