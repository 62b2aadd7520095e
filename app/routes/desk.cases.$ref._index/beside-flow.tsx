import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'

/** What the clerk may do beside the steps: give more time, take the result back. Each on a page of its own. */
export function BesideFlow({ offers }: { offers: readonly { type: string; href: string }[] }) {
  const { t } = useTranslation('desk')
  if (offers.length === 0) return null
  return (
    <section className="ot-card ot-desk-work">
      <h2 className="govuk-heading-m">{t('beside.heading')}</h2>
      {offers.map(({ type, href }) => <Button key={type} href={href} variant="secondary">{t(`beside.${type}.title`)}</Button>)}
    </section>
  )
}
