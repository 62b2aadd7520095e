import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { type DateStyle, type DateValue } from '../../i18n/dates.ts'
import { classNames } from '../class-names.ts'
import { FormattedDate } from '../formatted-date/formatted-date.tsx'

export type TimelineEvent = { id: string; title: string; at: DateValue; by?: string; tone?: 'good' | 'urgent'; body?: ReactNode }

/** What has happened, newest first, whatever the order given; the same moment keeps it. */
export function Timeline({ events, format = 'time' }: { events: readonly TimelineEvent[]; format?: DateStyle }) {
  const { t } = useTranslation('ui')
  const newestFirst = [...events].sort((a, b) => Number(new Date(b.at)) - Number(new Date(a.at)))
  return (
    <ol className="ot-timeline" aria-label={t('timeline.label')}>
      {newestFirst.map(({ id, title, at, by, tone, body }) => (
        <li key={id} className={classNames('ot-timeline__item', tone && `ot-timeline__item--${tone}`)}>
          <h3 className="ot-timeline__title">{title}</h3>
          <div className="ot-timeline__meta">
            <FormattedDate value={at} format={format} />
            {by && <> · {by}</>}
          </div>
          {body && <div className="ot-timeline__body">{body}</div>}
        </li>
      ))}
    </ol>
  )
}
