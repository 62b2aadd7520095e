import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { DateField } from '#app/ui/date-field/date-field.tsx'
import { SelectField } from '#app/ui/select-field/select-field.tsx'

import { accessAddress, type AccessProblem, type AccessWish } from './access-wish.ts'

type Props = { wish: Pick<AccessWish, 'of' | 'typed' | 'problem'>; departments: readonly string[] }

/** Which looks are shown, as a plain form: it stands in the address, values that are no days too. */
export function AccessFilterForm({ wish: { of, typed, problem }, departments }: Props) {
  const { t } = useTranslation(['mydata', 'departments'])
  const items = [{ value: '', text: t('access.any') }, ...departments.map((id) => ({ value: id, text: t(`departments:${id}.name`) }))]
  return (
    <form method="get" action="/my-data/access" className="ot-filter ot-no-print" aria-label={t('access.filter')} noValidate>
      {of !== '' && <input type="hidden" name="of" value={of} />}
      <SelectField label={t('access.department')} name="department" items={items} value={typed.department ?? ''} />
      {(['from', 'until'] as const).map((field) => (
        <DateField key={field} name={field} label={t(`access.${field}`)} value={partsOf(field, typed)} error={problem?.field === field ? t(`access.${problem.code}`) : undefined} />
      ))}
      <div className="ot-cluster">
        <Button variant="secondary" preventDoubleClick={false}>{t('access.apply')}</Button>
        {Object.keys(typed).length > 0 && <a className="govuk-link" href={accessAddress('/my-data/access', { of, typed: {} })}>{t('access.all')}</a>}
      </div>
    </form>
  )
}

const partsOf = (field: AccessProblem['field'], typed: AccessWish['typed']) => ({ day: typed[`${field}-day`], month: typed[`${field}-month`], year: typed[`${field}-year`] })
