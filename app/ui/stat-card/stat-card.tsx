import { type ReactNode } from 'react'

import { classNames } from '../class-names.ts'

type Props = { label: string; value: ReactNode; change?: { text: string; good?: boolean }; target?: string; href?: string }

/** One large number, how it changed, and what it should be. `good: undefined` is neither. */
export function StatCard({ label, value, change, target, href }: Props) {
  const tone = change?.good === undefined ? undefined : change.good ? 'good' : 'bad'
  return (
    <div className="ot-card ot-stat">
      <p className="ot-stat__value"><bdi>{value}</bdi></p>
      <p className="ot-stat__label govuk-body">{href ? <a className="govuk-link ot-card__link" href={href}>{label}</a> : label}</p>
      {change && <p className={classNames('ot-stat__note', tone && `ot-stat__note--${tone}`)}><bdi>{change.text}</bdi></p>}
      {target && <p className="ot-stat__note ot-muted"><bdi>{target}</bdi></p>}
    </div>
  )
}
