import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { SelectField } from '#app/ui/select-field/select-field.tsx'
import { TextField } from '#app/ui/text-field/text-field.tsx'
import { type Period, presetNames, type PresetName } from '#app/use-cases/board/period.ts'

import { boardAddress, type PeriodWish } from './board-period.ts'

type Props = {
  path: string
  wish: PeriodWish
  presets: Record<PresetName, Period>
  /** The choice of one service; left out where there is no choice. */
  services?: { names: readonly string[]; chosen: string | null }
}

/** Which days: usual periods as links, any others as a form; both stand in the address. */
export function PeriodForm({ path, wish, presets, services }: Props) {
  const { t } = useTranslation('board')
  const errorOf = (field: keyof Period): string | undefined => (!wish.ok && wish.field === field ? t(`problem.${wish.problem}`) : undefined)
  const same = ({ from, to }: Period): boolean => from === wish.typed.from && to === wish.typed.to
  const items = [{ value: '', text: t('period.all_services') }, ...(services?.names ?? []).map((id) => ({ value: id, text: t(`services/${id}:title`) }))]
  return (
    <div className="ot-board-period ot-no-print">
      <nav aria-label={t('period.presets')}>
        <ul className="ot-cluster">
          {presetNames.map((name) => (
            <li key={name}>
              <a className="govuk-link" href={boardAddress(path, presets[name], { service: services?.chosen ?? null })} aria-current={same(presets[name]) ? 'true' : undefined}>{t(`period.${name}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <form method="get" action={path} className="ot-board-form" noValidate>
        <TextField label={t('period.from')} name="from" value={wish.typed.from} width={10} spellCheck={false} error={errorOf('from')} />
        <TextField label={t('period.to')} name="to" value={wish.typed.to} width={10} spellCheck={false} error={errorOf('to')} />
        {services && <SelectField label={t('period.service')} name="service" items={items} value={services.chosen ?? ''} />}
        <Button type="submit" variant="secondary" preventDoubleClick={false}>{t('period.show')}</Button>
      </form>
    </div>
  )
}
