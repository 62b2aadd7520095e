import { useTranslation } from 'react-i18next'

import type { Assurance } from '#app/kernel/assurance.ts'
import { Button } from '#app/ui/button/button.tsx'

import type { ProviderView } from './providers-view.ts'

type Props = { providers: readonly ProviderView[]; returnTo: string; demanded?: Assurance }

/** A button for each who vouches for people: citizens first. */
export function ProviderList({ providers, returnTo, demanded }: Props) {
  const { t } = useTranslation('signin')
  const groups = (['citizens', 'staff'] as const).map((group) => ({ group, members: providers.filter((one) => one.for === group) })).filter(({ members }) => members.length > 0)
  return groups.map(({ group, members }) => (
    <section key={group}>
      <h2 className="govuk-heading-m">{t(`providers.${group}`)}</h2>
      {members.map(({ id, name }) => (
        <form key={id} action={`/sign-in/${id}`} method="post">
          <input type="hidden" name="returnTo" value={returnTo} />
          {demanded && <input type="hidden" name="assurance" value={demanded} />}
          <Button variant={group === 'citizens' ? 'primary' : 'secondary'}>{t('providers.button', { name })}</Button>
        </form>
      ))}
    </section>
  ))
}
