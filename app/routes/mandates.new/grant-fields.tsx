import { useTranslation } from 'react-i18next'

import { CheckboxGroup } from '#app/ui/checkbox-group/checkbox-group.tsx'
import { DateField } from '#app/ui/date-field/date-field.tsx'
import { RadioGroup } from '#app/ui/radio-group/radio-group.tsx'
import { TextField } from '#app/ui/text-field/text-field.tsx'

import type { GrantChoices } from './grant-choices.ts'

type Props = { choices: GrantChoices; errors: Readonly<Record<string, string>>; typed: Readonly<Record<string, string>>; services: readonly string[] }

/** To whom, for whom, in which services, until when. */
export function GrantFields({ choices, errors, typed, services }: Props) {
  const { t } = useTranslation('mandates')
  const date = { day: typed['until-day'] ?? '', month: typed['until-month'] ?? '', year: typed['until-year'] ?? '' }
  return (
    <>
      {choices.whom.length > 1 && <RadioGroup name="for" label={t('new.for')} size="s" items={choices.whom} value={typed.for || 'self'} />}
      <TextField name="name" label={t('new.name')} size="s" value={typed.name} error={errors.name} autoComplete="off" />
      <TextField name="identity_number" label={t('new.number')} hint={t('new.number_hint')} size="s" value={typed.identity_number} error={errors.identity_number} autoComplete="off" width={20} />
      <RadioGroup name="scope" label={t('new.scope')} size="s" items={[{ value: 'all', text: t('scope.all') }, { value: 'some', text: t('scope.some') }]} value={typed.scope || 'some'} />
      <CheckboxGroup name="services" label={t('new.services')} size="s" hint={t('new.services_hint')} items={choices.services} values={services} error={errors.services} />
      <DateField name="until" label={t('new.until')} hint={t('new.until_hint')} size="s" value={date} error={errors.until} />
    </>
  )
}
