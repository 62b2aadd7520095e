import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { SelectField } from '#app/ui/select-field/select-field.tsx'
import type { QueueWish } from '#app/use-cases/view-queue.ts'
import { stepLabel } from '#app/view/step-label.ts'
import { lightFilters } from '#db/store.ts'

type Props = { wish: QueueWish; choices: readonly { service: string; task: string }[] }

/** Filters as a plain form: they stand in the address, so that a view can be kept and shared. */
export function QueueFilters({ wish, choices }: Props) {
  const { t } = useTranslation(['desk', ...choices.map(({ service }) => `services/${service}`)])
  const any = { value: '', text: t('filter.any') }
  const steps = choices.map(({ service, task }) => ({ value: `${service}:${task}`, text: `${t(`services/${service}:title`)} · ${stepLabel(t, service, task)}` }))
  const holders = (['anyone', 'nobody', 'me'] as const).map((value) => ({ value, text: t(`filter.holders.${value}`) }))
  const lights = [any, ...lightFilters.map((value) => ({ value, text: t(`queue.light.${value}`) }))]
  return (
    <form method="get" action="/desk" className="ot-desk-filters">
      <SelectField label={t('filter.step')} name="step" size="s" items={[any, ...steps]} value={wish.service && wish.task ? `${wish.service}:${wish.task}` : ''} />
      <SelectField label={t('filter.holder')} name="holder" size="s" items={holders} value={wish.holder} />
      <SelectField label={t('filter.light')} name="light" size="s" items={lights} value={wish.light ?? ''} />
      <Button type="submit" variant="secondary">{t('filter.apply')}</Button>
    </form>
  )
}
