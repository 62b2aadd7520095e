import { useTranslation } from 'react-i18next'

import { StatCard } from '#app/ui/stat-card/stat-card.tsx'
import type { AlertsView } from '#app/use-cases/security/list-alerts.ts'

const told = ['sign_in', 'sign_in_failed', 'denied', 'lookup', 'limited', 'export'] as const

/** How the portal was used in the last day, in large numbers. */
export function UseFigures({ totals }: Pick<AlertsView, 'totals'>) {
  const { t } = useTranslation('security')
  return (
    <section aria-labelledby="figures">
      <h2 className="govuk-heading-m" id="figures">{t('figures')}</h2>
      <div className="ot-board-figures">
        {told.map((kind) => <StatCard key={kind} label={t(`kinds.${kind}`)} value={totals[kind] ?? 0} />)}
      </div>
    </section>
  )
}
