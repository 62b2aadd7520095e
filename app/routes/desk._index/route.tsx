import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireClerk } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { takeNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { forLanguage } from '#app/i18n/load-locales.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'
import { Pagination } from '#app/ui/pagination/pagination.tsx'
import { SearchForm } from '#app/ui/search-form/search-form.tsx'
import { viewQueue } from '#app/use-cases/view-queue.ts'

import { QueueCards } from './queue-cards.tsx'
import { QueueFilters } from './queue-filters.tsx'
import { pageAddress, readQueueWish } from './queue-wish.ts'
import { queueRows } from './queue-rows.server.tsx'
import { QueueTable } from './queue-table.tsx'
import { TakeNext } from './take-next.tsx'

export const handle = { density: 'desk' }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireClerk(portal, request)
  const { t, lang } = await textsFor(portal, request)
  const wish = readQueueWish(new URL(request.url).searchParams)
  const [queue, { notice, headers }] = await Promise.all([viewQueue(portal.env, actor, wish), takeNotice(portal, request)])
  if (!queue) throw notFound()
  const { counts, choices, page: { rows, next, previous } } = queue
  const view = { counts, choices, next, previous, rows: queueRows(forLanguage(portal.i18n, lang), portal.env.now, rows) }
  return pageData({ title: pageTitle(t, t('desk:queue.title')), wish, queue: view, notice, desks: actor.desks }, { headers: { 'Cache-Control': 'no-store', ...headers } })
}

export default function Queue() {
  const { t } = useTranslation(['desk', 'departments', 'roles'])
  const { wish, queue, notice, desks } = useLoaderData<typeof loader>()
  const names = desks.filter((desk) => !desk.endsWith('.manager')).map((desk) => {
    const [department = '', role = ''] = desk.split('.')
    return `${t(`departments:${department}.name`)} · ${t(`roles:${role}`)}`
  })
  return (
    <>
      {notice && <NotificationBanner tone={notice === 'desk:notice.no_such_case' ? 'info' : 'success'} heading={t(notice)} />}
      <div className="ot-spread">
        <div>
          <h1 className="govuk-heading-l ot-desk-title">{t('queue.title')}</h1>
          <p className="govuk-body ot-muted">{names.join('  /  ')}</p>
        </div>
        <TakeNext waiting={queue.counts.unassigned} />
      </div>
      <QueueCards counts={queue.counts} wish={wish} />
      <QueueFilters wish={wish} choices={queue.choices} />
      <QueueTable rows={queue.rows} filtered={Boolean(wish.service || wish.task || wish.light || wish.holder !== 'anyone')} />
      <SearchForm action="/desk/find" name="ref" label={t('queue.find')} button={t('queue.open')} />
      <Pagination
        previous={queue.previous ? pageAddress(wish, { before: queue.previous }) : undefined}
        next={queue.next ? pageAddress(wish, { after: queue.next }) : undefined}
      />
    </>
  )
}
