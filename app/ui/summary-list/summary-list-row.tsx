import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { classNames } from '../class-names.ts'
import { type Source, SourceBadge } from '../source-badge/source-badge.tsx'
import { type SummaryAction, SummaryActionLink } from './summary-action-link.tsx'

export type SummaryRow = { name: string; value?: ReactNode; source?: Source; actions?: readonly SummaryAction[] }

/** One answer, with the register it came from and what can be done about it. */
export function SummaryListRow({ name, value, source, actions = [], withActions }: SummaryRow & { withActions: boolean }) {
  const { t } = useTranslation('ui')
  const alone = withActions && actions.length === 0
  return (
    <div className={classNames('govuk-summary-list__row', alone && 'govuk-summary-list__row--no-actions')}>
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value">
        {value ?? <span className="ot-muted">{t('summary.empty')}</span>}
        {source && <SourceBadge {...source} />}
      </dd>
      {actions.length > 0 && (
        <dd className="govuk-summary-list__actions"><Actions actions={actions} /></dd>
      )}
    </div>
  )
}

function Actions({ actions }: { actions: readonly SummaryAction[] }) {
  if (actions.length === 1) return <SummaryActionLink {...actions[0]!} />
  return (
    <ul className="govuk-summary-list__actions-list">
      {actions.map((action) => (
        <li key={action.text} className="govuk-summary-list__actions-list-item"><SummaryActionLink {...action} /></li>
      ))}
    </ul>
  )
}
