import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { requireOfficer } from '#app/http/require-officer.server.ts'
import { takeNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'
import { Pagination } from '#app/ui/pagination/pagination.tsx'
import { listAlerts } from '#app/use-cases/security/list-alerts.ts'
import { AlertTable } from '#app/view/security/alert-table.tsx'
import { UseFigures } from '#app/view/security/use-figures.tsx'

const PAGE = 25

export const handle = { density: 'desk' }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What looks like misuse, for who looks after how data is used. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireOfficer(portal, request)
  const { t } = await textsFor(portal, request)
  const params = new URL(request.url).searchParams
  const open = params.get('show') !== 'closed'
  const [view, { notice, headers }] = await Promise.all([
    listAlerts(portal.env, actor, open, { limit: PAGE, after: params.get('after'), before: params.get('before') }),
    takeNotice(portal, request),
  ])
  if (!view) throw notFound()
  return pageData({ title: pageTitle(t, t('security:title')), view, open, notice }, { headers: { 'Cache-Control': 'no-store', ...headers } })
}

export default function Security() {
  const { t } = useTranslation('security')
  const { view, open, notice } = useLoaderData<typeof loader>()
  const { rows, previous, next } = view.page
  const at = (cursor: Record<string, string>): string => `/security?${new URLSearchParams({ ...(open ? {} : { show: 'closed' }), ...cursor })}`
  return (
    <>
      {notice && <NotificationBanner tone="success" heading={t(notice)} />}
      <h1 className="govuk-heading-l">{t('title')}</h1>
      <p className="govuk-body ot-narrow">{t('intro')}</p>
      <nav className="ot-tabs" aria-label={t('show.label')}>
        <ul>
          <li><a href="/security" aria-current={open ? 'page' : undefined}>{t('show.open')}</a></li>
          <li><a href="/security?show=closed" aria-current={open ? undefined : 'page'}>{t('show.closed')}</a></li>
        </ul>
      </nav>
      {rows.length > 0 ? <AlertTable alerts={rows} caption={t(open ? 'show.open' : 'show.closed')} /> : <InsetText>{t(open ? 'none.open' : 'none.closed')}</InsetText>}
      <Pagination previous={previous ? at({ before: previous }) : undefined} next={next ? at({ after: next }) : undefined} />
      <UseFigures totals={view.totals} />
    </>
  )
}
