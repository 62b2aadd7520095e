import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireClerk } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { fieldMessage, problemMessage, statusOf } from '#app/http/refusal.ts'
import { takeNotice, withNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'
import { findCase } from '#app/use-cases/find-case.ts'
import { openCaseAtDesk } from '#app/use-cases/open-case-at-desk.ts'
import { stepLabel } from '#app/view/step-label.ts'

import { AnswerSections } from './answer-sections.tsx'
import { BesideFlow } from './beside-flow.tsx'
import { CaseHistory } from './case-history.tsx'
import { CaseSteps } from './case-steps.tsx'
import { describeCase } from './describe-case.server.ts'
import { IdentityBar } from './identity-bar.tsx'
import { runIntent } from './run-intent.server.ts'
import { Statements } from './statements.tsx'
import { WorkPanel } from './work-panel.tsx'

export const handle = { density: 'desk' }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireClerk(portal, request)
  const found = await openCaseAtDesk(portal.env, actor, params.ref ?? '')
  if (!found) throw notFound()
  const { t, lang } = await textsFor(portal, request)
  const { notice, headers } = await takeNotice(portal, request)
  const title = pageTitle(t, `${found.state.ref} · ${t(`services/${found.state.service}:title`)}`)
  return pageData({ title, notice, ...describeCase(portal.env, t, lang, found) }, { headers: { 'Cache-Control': 'no-store', ...headers } })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireClerk(portal, request)
  const { t } = await textsFor(portal, request)
  const ref = params.ref ?? ''
  const form = await request.formData()
  const given = await runIntent(portal.env, actor, ref, form)
  if (given === null) throw notFound()
  if (given.ok) {
    const gone = given.intent === 'release' || given.intent === 'hand_over'
    const headers = { 'Set-Cookie': await withNotice(portal, request, `desk:notice.${given.intent}`) }
    return redirect(gone ? '/desk' : `/desk/cases/${ref}`, { status: 303, headers })
  }
  const { problem } = given
  const service = (await findCase(portal.env, actor, ref, 'see_case'))?.service ?? ''
  const named = (name: string) => stepLabel(t, service, name)
  const names = { ...('task' in problem ? { task: named(problem.task) } : {}), ...('other' in problem ? { other: named(problem.other) } : {}) }
  const message = problem.code === 'invalid' ? problem.fields.map((field) => fieldMessage(t, field)).join(' ') : problemMessage(t, problem, names)
  return json({ message }, { status: statusOf(problem) })
}

export default function CaseAtDesk() {
  const { t } = useTranslation('desk')
  const view = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <BackLink href="/desk" text={t('case.back')} />
      {refused && <NotificationBanner tone="urgent" heading={refused.message} />}
      {view.notice && <NotificationBanner tone={view.notice === 'desk:notice.stale' ? 'urgent' : 'success'} heading={t(view.notice)} />}
      <IdentityBar bar={view.bar} />
      <div className="ot-columns">
        <div>
          <Statements statements={view.statements} />
          {view.answers.length > 0 ? <AnswerSections sections={view.answers} /> : <InsetText>{t(view.bar.ended ? 'case.ended' : 'case.claim_to_read')}</InsetText>}
          <CaseHistory events={view.history} />
        </div>
        <aside aria-label={t('case.work')}>
          {view.work.map((work) => <WorkPanel key={`${work.task.task}${work.task.desk}`} work={work} />)}
          <BesideFlow offers={view.beside} />
          <CaseSteps steps={view.steps} picture={view.picture} />
        </aside>
      </div>
    </>
  )
}
