import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { classNames } from '../class-names.ts'
import { Tag } from '../tag/tag.tsx'

export type TaskStatus = 'completed' | 'inProgress' | 'notStarted' | 'cannotStart' | 'error'
export type TaskListItem = { title: string; href?: string; hint?: ReactNode; status: TaskStatus }

/** What is done and what is left. What cannot start yet has no link. */
export function TaskList({ items, idPrefix = 'task' }: { items: readonly TaskListItem[]; idPrefix?: string }) {
  return (
    <ul className="govuk-task-list">
      {items.map((item, index) => <Item key={item.title} {...item} id={`${idPrefix}-${index + 1}`} />)}
    </ul>
  )
}

function Item({ id, title, href, hint, status }: TaskListItem & { id: string }) {
  const { t } = useTranslation('ui')
  const linked = href !== undefined && status !== 'cannotStart'
  return (
    <li className={classNames('govuk-task-list__item', linked && 'govuk-task-list__item--with-link')}>
      <div className="govuk-task-list__name-and-hint">
        {linked ? (
          <a className="govuk-link govuk-task-list__link" href={href} aria-describedby={classNames(Boolean(hint) && `${id}-hint`, `${id}-status`)}>{title}</a>
        ) : <div>{title}</div>}
        {hint && <div id={`${id}-hint`} className="govuk-task-list__hint">{hint}</div>}
      </div>
      <div className={classNames('govuk-task-list__status', status === 'cannotStart' && 'govuk-task-list__status--cannot-start-yet')} id={`${id}-status`}>
        <Status status={status}>{t(`task.${status}`)}</Status>
      </div>
    </li>
  )
}

/** What is done is quiet: only what is left to do has a colour. */
function Status({ status, children }: { status: TaskStatus; children: string }) {
  if (status === 'completed' || status === 'cannotStart') return <>{children}</>
  return <Tag colour={({ inProgress: 'yellow', notStarted: 'blue', error: 'red' } as const)[status]}>{children}</Tag>
}
