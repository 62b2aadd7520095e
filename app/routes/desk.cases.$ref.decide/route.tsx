import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireClerk } from '#app/http/actor.server.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { statusOf } from '#app/http/refusal.ts'
import { withNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'
import { decideTask } from '#app/use-cases/answer-task.ts'
import { previewDecision } from '#app/use-cases/preview-decision.ts'

import { DecisionForm } from './decision-form.tsx'
import { describeForm, describePreview, type PreviewView } from './describe-decision.server.ts'
import { type DecisionError, describeRefusal } from './describe-refusal.server.ts'
import { doneBy, findWork } from './find-work.server.ts'
import { PreviewPanel } from './preview-panel.tsx'
import { readDecision, sentFields } from './read-decision.ts'

/** Somebody else was first: the case as it is now says more than the form. */
const overtaken: ReadonlySet<string> = new Set(['stale_task', 'task_closed', 'claimed_by_other', 'not_claimed'])

type Answered = { errors: DecisionError[]; message: string | null; preview: PreviewView | null; fields: [string, string][] }

export const handle = { density: 'desk' }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireClerk(portal, request)
  const query = new URL(request.url).searchParams
  const chosen = await findWork(portal.env, actor, params.ref ?? '', query)
  if (!chosen) return redirect(`/desk/cases/${params.ref}`)
  const { t, lang } = await textsFor(portal, request)
  const { found, work, task, outcome } = chosen
  const form = describeForm(t, lang, found, work, outcome)
  const plain = { outcome, reasons: [], note: '', items: [], sets: {} }
  const preview = await previewDecision(portal.env, actor, form.ref, task, plain)
  const view = preview.ok ? describePreview(portal.env, t, found, work, plain, preview) : null
  return pageData({ title: pageTitle(t, `${form.outcome.text} · ${form.step}`), form, task, preview: view }, { headers: { 'Cache-Control': 'no-store' } })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireClerk(portal, request)
  const { t } = await textsFor(portal, request)
  const form = await request.formData()
  const ref = params.ref ?? ''
  const leave = async (to: string, notice: string) => redirect(to, { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, `desk:notice.${notice}`) } })
  const chosen = await findWork(portal.env, actor, ref, form)
  // A second click finds its own answer recorded, before it asks or while it does; somebody else's change is told.
  const leaveOvertaken = async () => ((await doneBy(portal.env, actor, ref, form)) ? leave('/desk', 'decided') : leave(`/desk/cases/${ref}`, 'stale'))
  if (!chosen) return leaveOvertaken()
  const { found, work, task } = chosen
  const decision = readDecision(form, work.node, found.definition)
  const fields = sentFields(form)
  if (form.get('intent') === 'confirm') {
    const decided = await decideTask(portal.env, actor, ref, task, decision)
    if (decided.ok) return leave('/desk', 'decided')
    if (overtaken.has(decided.problem.code)) return leaveOvertaken()
    return json<Answered>({ ...describeRefusal(t, found, decided.problem), preview: null, fields }, { status: statusOf(decided.problem) })
  }
  const preview = await previewDecision(portal.env, actor, ref, task, decision)
  if (!preview.ok) return json<Answered>({ ...describeRefusal(t, found, preview.problem), preview: null, fields }, { status: statusOf(preview.problem) })
  return json<Answered>({ errors: [], message: null, preview: describePreview(portal.env, t, found, work, decision, preview), fields })
}

export default function Decide() {
  const { t } = useTranslation('desk')
  const { form, task, preview: first } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const errors = sent?.errors ?? []
  const preview = sent ? sent.preview : first
  return (
    <div className="ot-narrow">
      <BackLink href={`/desk/cases/${form.ref}`} text={t('decide.back')} />
      <ErrorSummary items={errors.map((error) => ({ href: `#${error.name}`, text: error.text }))} />
      {sent?.message && <NotificationBanner tone="urgent" heading={sent.message} />}
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{form.step}</span>
        {form.outcome.text}
      </h1>
      {preview && <PreviewPanel form={form} task={task} preview={preview} fields={sent?.fields ?? []} />}
      <DecisionForm form={form} task={task} errors={errors} fields={sent?.fields ?? []} folded={preview !== null} />
    </div>
  )
}
