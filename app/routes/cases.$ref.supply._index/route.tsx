import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE, requireCase } from '#app/http/require-case.server.ts'
import { takeNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'
import { TaskList } from '#app/ui/task-list/task-list.tsx'

import { supplyView } from './supply-view.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { followed } = await requireCase(portal, request, params.ref)
  const { t, lang } = await textsFor(portal, request)
  const view = supplyView(t, lang, followed)
  if (view.items.length === 0) throw redirect(`/cases/${view.ref}`, 303)
  const { notice, headers } = await takeNotice(portal, request)
  return pageData({ title: pageTitle(t, t('cases:supply.title')), notice, view }, { headers: { ...PRIVATE, ...headers } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Supply() {
  const { view, notice } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['cases', `services/${view.service}`])
  return (
    <div className="ot-narrow">
      <BackLink href={`/cases/${view.ref}`} text={t('back_to_case')} />
      {notice && <NotificationBanner tone="success" heading={t(notice)} />}
      <p className="govuk-caption-l">{t(`services/${view.service}:title`)} · <Bdi>{view.ref}</Bdi></p>
      <h1 className="govuk-heading-l">{t('supply.title')}</h1>
      <p className="govuk-body">{t('supply.intro')}</p>
      {view.dueOn && <p className="govuk-body"><strong>{t('needs.supply.by', { date: view.dueOn })}</strong></p>}
      <TaskList items={view.items} />
    </div>
  )
}
