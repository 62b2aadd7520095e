import { useTranslation } from 'react-i18next'

import { Details } from '#app/ui/details/details.tsx'
import type { Delay } from '#app/kernel/records/delay.ts'
import { stepLabel } from '#app/view/step-label.ts'

/** Which looks the law lets be shown later, and by how many days. */
export function Delays({ delays }: { delays: readonly Delay[] }) {
  const { t } = useTranslation(['mydata', ...delays.map(({ service }) => `services/${service}`)])
  if (delays.length === 0) return null
  const say = ({ service, task, days, legal }: Delay) => t('access.delays.item', { service: t(`services/${service}:title`), step: stepLabel(t, service, task), count: days, legal })
  return (
    <Details summary={t('access.delays.title')}>
      <p className="govuk-body">{t('access.delays.intro')}</p>
      <ul className="govuk-list govuk-list--bullet">{delays.map((delay) => <li key={`${delay.service} ${delay.task}`}>{say(delay)}</li>)}</ul>
    </Details>
  )
}
