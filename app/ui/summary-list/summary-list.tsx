import { type ReactNode } from 'react'

import { SummaryListRow, type SummaryRow } from './summary-list-row.tsx'
import { type SummaryAction, SummaryActionLink } from './summary-action-link.tsx'

type Props = { rows: readonly SummaryRow[]; title?: string; actions?: readonly SummaryAction[]; level?: 2 | 3 }

/** Questions and answers. With `title` a card, whose own actions concern the whole section. */
export function SummaryList({ rows, title, actions, level = 2 }: Props) {
  const withActions = rows.some((row) => row.actions?.length)
  const list = (
    <dl className="govuk-summary-list">
      {rows.map((row) => <SummaryListRow key={row.name} {...row} withActions={withActions} />)}
    </dl>
  )
  return title ? <Card title={title} actions={actions} level={level}>{list}</Card> : list
}

function Card({ title, actions = [], level, children }: { title: string; actions?: readonly SummaryAction[]; level: 2 | 3; children: ReactNode }) {
  const Heading = `h${level}` as const
  return (
    <div className="govuk-summary-card">
      <div className="govuk-summary-card__title-wrapper">
        <Heading className="govuk-summary-card__title">{title}</Heading>
        {actions.length > 0 && (
          <ul className="govuk-summary-card__actions">
            {actions.map((action) => (
              <li key={action.text} className="govuk-summary-card__action"><SummaryActionLink {...action} /></li>
            ))}
          </ul>
        )}
      </div>
      <div className="govuk-summary-card__content">{children}</div>
    </div>
  )
}
