import { useTranslation } from 'react-i18next'

import { Details } from '#app/ui/details/details.tsx'
import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'

import type { Sample } from './samples-of.ts'

/** What each certificate will look like, before anybody has one. */
export function Samples({ samples }: { samples: readonly Sample[] }) {
  const { t } = useTranslation('portal')
  const told = samples.filter((sample) => sample.shown.length > 0)
  if (told.length === 0) return null
  return (
    <Details summary={t('guide.sample')}>
      <p className="govuk-body">{t('guide.sampleText')}</p>
      {told.map(({ title, shown }) => (
        <section key={title} className="ot-card">
          <h3 className="govuk-heading-s">{title}</h3>
          <SummaryList rows={shown.map(({ label, value }) => ({ name: label, value: <bdi>{value}</bdi> }))} />
        </section>
      ))}
    </Details>
  )
}
