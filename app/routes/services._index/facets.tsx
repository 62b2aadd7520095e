import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { SelectField } from '#app/ui/select-field/select-field.tsx'

import type { Facet } from './facets-of.ts'

/** Filters as a form of their own: the words stay, the address can be kept. */
export function Facets({ facets, q }: { facets: readonly Facet[]; q: string }) {
  const { t } = useTranslation('portal')
  return (
    <form className="ot-facets" action="/services" method="get" aria-label={t('facet.label')}>
      <input type="hidden" name="q" value={q} />
      {facets.map(({ name, legend, value, items }) => <SelectField key={name} name={name} label={legend} size="s" value={value} items={items} />)}
      <Button variant="secondary" preventDoubleClick={false}>{t('facet.apply')}</Button>
    </form>
  )
}
