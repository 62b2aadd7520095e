import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { requireDraft } from '#app/http/require-draft.server.ts'
import { takeNotice, withNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'
import { agreeToSource } from '#app/use-cases/agree-to-sources.ts'
import { declineSource } from '#app/use-cases/decline-source.ts'
import { ApplyHeading } from '#app/view/apply-heading.tsx'

import { recordsView } from './records-view.ts'
import { SilentSource, SourceCard } from './source-card.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { open } = await requireDraft(portal, request, params.draft)
  const { t, lang } = await textsFor(portal, request)
  const { notice, headers } = await takeNotice(portal, request)
  const view = recordsView(t, lang, portal.env.catalogue, open)
  return pageData({ title: pageTitle(t, view.heading), notice, ...view }, { headers })
}

/** Uses a register's values no longer; or reads it after all. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const { actor, open } = await requireDraft(portal, request, params.draft)
  const form = await request.formData()
  const register = String(form.get('register') ?? '')
  const declines = form.get('intent') === 'decline'
  const saved = declines ? await declineSource(portal.env, actor, open.draft.id, register) : await agreeToSource(portal.env, actor, open, register)
  if (!saved.ok && saved.problem.code === 'not_found') throw notFound()
  const answered = saved.ok && saved.draft.sources[register] === 'read'
  const notice = declines ? 'declined' : answered ? 'fetched' : 'silent'
  return redirect(`/apply/${open.draft.id}/records`, { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, `apply:records.notice.${notice}`) } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Records() {
  const { t } = useTranslation('apply')
  const { draft, service, heading, used, unused, next, notice } = useLoaderData<typeof loader>()
  return (
    <div className="ot-narrow">
      <BackLink href={`/apply/${draft}`} />
      {notice && <NotificationBanner tone={notice.endsWith('silent') ? 'info' : 'success'} heading={t(notice)} />}
      <ApplyHeading service={service} step="records" />
      <h1 className="govuk-heading-l">{heading}</h1>
      <p className="govuk-body">{t(used.length > 0 ? 'records.intro' : 'records.nothing')}</p>
      {used.map((group) => <SourceCard key={group.id} draft={draft} {...group} />)}
      {unused.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t('records.unused')}</h2>
          <ul className="govuk-list">{unused.map((group) => <SilentSource key={group.id} {...group} />)}</ul>
        </>
      )}
      <Button href={next}>{t('continue')}</Button>
    </div>
  )
}
