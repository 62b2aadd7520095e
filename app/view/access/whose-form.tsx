import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { SelectField } from '#app/ui/select-field/select-field.tsx'
import type { DataSubject } from '#app/use-cases/whose-data.ts'

type Props = { path: string; whose: Pick<DataSubject, 'key'>; choices: readonly Pick<DataSubject, 'key' | 'relation' | 'name'>[] }

/** Whose data is looked at: one's own, a company's, or that of somebody one acts for. */
export function WhoseForm({ path, whose, choices }: Props) {
  const { t } = useTranslation('mydata')
  const items = choices.map(({ key, relation, name }) => ({ value: key, text: relation === 'self' ? t('whose.me', { name }) : name }))
  return (
    <form method="get" action={path} className="ot-filter ot-no-print">
      <SelectField label={t('whose.label')} name="of" items={items} value={whose.key} />
      <Button variant="secondary" preventDoubleClick={false}>{t('whose.show')}</Button>
    </form>
  )
}
