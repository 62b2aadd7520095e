import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { pageData } from '#app/http/page-data.server.ts'
import { requireDraft } from '#app/http/require-draft.server.ts'
import { takeNotice, withNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'
import { TaskList } from '#app/ui/task-list/task-list.tsx'
import { acceptCarried } from '#app/use-cases/accept-carried.ts'
import { refreshDraft } from '#app/use-cases/refresh-draft.ts'
import { Stops } from '#app/view/stops.tsx'
import { WaitsNotice } from '#app/view/waits-notice.tsx'

import { ChangesNotice } from './changes-notice.tsx'
import { changesView } from './changes-view.ts'
import { overviewOf } from './overview-of.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { actor, open } = await requireDraft(portal, request, params.draft)
  const { t, lang } = await textsFor(portal, request)
  const { notice, headers } = await takeNotice(portal, request)
  const overview = overviewOf(t, lang, portal.env, open, actor.name)
  return pageData({ title: pageTitle(t, overview.service), notice, changes: changesView(t, open.changes), ...overview }, { headers })
}

/** Looks at the registers again; or goes on by a new version of the service. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const { actor, open } = await requireDraft(portal, request, params.draft)
  if ((await request.formData()).get('intent') === 'seen') {
    await acceptCarried(portal.env, actor, open.draft.id)
    return redirect(`/apply/${open.draft.id}`, 303)
  }
  const fresh = await refreshDraft(portal.env, actor, open)
  const notice = fresh.ok && fresh.changed && fresh.changed.length > 0 ? 'apply:checked.changed' : 'apply:checked.same'
  return redirect(`/apply/${open.draft.id}`, { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, notice) } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Overview() {
  const { t } = useTranslation('apply')
  const { draft, service, serviceId, applicant, done, total, items, next, stops, waits, notice, changes } = useLoaderData<typeof loader>()
  const blocked = stops.length > 0
  return (
    <div className="ot-narrow">
      <BackLink href={`/services/${serviceId}`} text={t('overview.back')} />
      {notice && <NotificationBanner tone="success"><p className="govuk-body">{t(notice)}</p></NotificationBanner>}
      <p className="govuk-caption-l">{t('overview.for')} <bdi>{applicant}</bdi></p>
      <h1 className="govuk-heading-l">{service}</h1>
      {changes && <ChangesNotice changes={changes} />}
      <Stops stops={stops} draft={draft} />
      {!blocked && <WaitsNotice waits={waits} />}
      <p className="govuk-body ot-progress"><strong>{t('overview.progress', { done, total })}</strong><progress max={total} value={done} aria-hidden="true" /></p>
      <p className="govuk-body ot-muted">{t('overview.saved')}</p>
      <TaskList items={items} />
      {!blocked && !changes && <Button href={next}>{t('overview.continue')}</Button>}
      <p className="govuk-body"><a className="govuk-link" href={`/apply/${draft}/remove`}>{t('overview.remove')}</a></p>
    </div>
  )
}
