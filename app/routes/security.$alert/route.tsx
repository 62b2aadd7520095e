import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { fieldMessage } from '#app/http/refusal.ts'
import { requireOfficer } from '#app/http/require-officer.server.ts'
import { withNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { closeAlert } from '#app/use-cases/security/close-alert.ts'
import { openAlert } from '#app/use-cases/security/list-alerts.ts'
import { AlertFacts } from '#app/view/security/alert-facts.tsx'
import { EntryTable } from '#app/view/security/entry-table.tsx'

import { CloseForm } from './close-form.tsx'

export const handle = { density: 'desk' }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** One alert: what it says, what it is made of, and what came of it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireOfficer(portal, request)
  const opened = await openAlert(portal.env, actor, params.alert ?? '')
  if (!opened) throw notFound()
  const { t } = await textsFor(portal, request)
  const title = pageTitle(t, t(`security:rules.${opened.alert.rule}.name`))
  return pageData({ title, ...opened, isAboutMe: opened.alert.subject === actor.id }, { headers: { 'Cache-Control': 'no-store' } })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireOfficer(portal, request)
  const form = await request.formData()
  const note = String(form.get('note') ?? '').normalize('NFC')
  const closed = await closeAlert(portal.env, actor, params.alert ?? '', note)
  if (closed.ok || closed.problem.code === 'done_already') return redirect('/security', { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, 'security:notice.closed') } })
  if (closed.problem.code !== 'invalid') throw notFound()
  const { t } = await textsFor(portal, request)
  const [wrong] = closed.problem.fields
  return json({ note, error: wrong ? fieldMessage(t, wrong) : '' }, { status: 422 })
}

export default function AlertPage() {
  const { t } = useTranslation('security')
  const { alert, entries, isAboutMe } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <BackLink href="/security" text={t('title')} />
      {refused && <ErrorSummary items={[{ href: '#note', text: refused.error }]} />}
      <h1 className="govuk-heading-l">{t(`rules.${alert.rule}.name`)}</h1>
      <p className="govuk-body ot-narrow">{t(`rules.${alert.rule}.text`)}</p>
      <AlertFacts alert={alert} />
      <EntryTable entries={entries} />
      {alert.closedAt === null && (isAboutMe ? <p className="govuk-body">{t('about_me')}</p> : <CloseForm sent={refused} />)}
      {alert.note !== null && <p className="govuk-body">{t('came_of_it')} <Bdi>{alert.note}</Bdi></p>}
    </>
  )
}
