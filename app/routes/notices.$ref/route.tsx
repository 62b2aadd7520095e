import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { actorOf, requireCitizen } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { fieldMessage, problemMessage } from '#app/http/refusal.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { takeNotice, withNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'
import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'
import { objectToNotice } from '#app/use-cases/object-to-notice.ts'
import { openNotice } from '#app/use-cases/open-notice.ts'

import { noticeView } from './notice-view.ts'
import { ObjectionForm } from './objection-form.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const found = await openNotice(portal.env, await actorOf(portal, request), params.ref ?? '')
  if (!found) throw notFound()
  const { t, lang } = await textsFor(portal, request)
  const { notice, headers } = await takeNotice(portal, request)
  const view = noticeView(t, lang, found)
  return pageData({ title: pageTitle(t, view.service), notice, view }, { headers: { ...PRIVATE, ...headers } })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const text = String((await request.formData()).get('text') ?? '').normalize('NFC').replaceAll('\r\n', '\n').trim()
  const done = await objectToNotice(portal.env, actor, params.ref ?? '', text)
  if (!done.ok && (done.problem.code === 'not_found' || done.problem.code === 'not_permitted')) throw notFound()
  if (!done.ok && done.problem.code === 'invalid') {
    const { t } = await textsFor(portal, request)
    const field = done.problem.fields[0]
    const error = !field ? problemMessage(t, done.problem) : field.code === 'missing' ? t('portal:notices.missing') : fieldMessage(t, field)
    return json({ error, text }, { status: 422 })
  }
  // Pressed twice: the page says that it was said.
  const headers = done.ok ? { 'Set-Cookie': await withNotice(portal, request, 'portal:notices.received') } : undefined
  return redirect(`/notices/${params.ref}`, { status: 303, headers })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, { name: 'robots', content: 'noindex' }]

export default function NoticePage() {
  const { t } = useTranslation('portal')
  const { view, notice } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="ot-narrow">
      <BackLink href="/notices" text={t('notices.back')} />
      {refused && <ErrorSummary items={[{ href: '#text', text: refused.error }]} />}
      {notice && <NotificationBanner tone="success" heading={t(notice)} />}
      <p className="govuk-caption-l">{view.step}</p>
      <h1 className="govuk-heading-l">{view.service}</h1>
      <p className="govuk-body">{view.text}</p>
      <SummaryList rows={view.rows.map(({ name, value }) => ({ name, value: <bdi>{value}</bdi> }))} />
      {view.reader === 'may_object' && <ObjectionForm text={refused?.text} error={refused?.error} />}
      {view.reader === 'visitor' && <p className="govuk-body"><a className="govuk-link" href={`/sign-in?returnTo=${encodeURIComponent(`/notices/${view.ref}`)}`}>{t('notices.sign_in')}</a></p>}
      {view.reader === 'objected' && <p className="govuk-body">{t('notices.done')}</p>}
    </div>
  )
}
