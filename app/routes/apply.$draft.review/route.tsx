import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { personOf } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { statusOf } from '#app/http/refusal.ts'
import { requireDraft } from '#app/http/require-draft.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { openDraft } from '#app/use-cases/open-draft.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import { AnswerList } from '#app/view/answer-list.tsx'
import { ApplyHeading } from '#app/view/apply-heading.tsx'
import { Stops } from '#app/view/stops.tsx'
import { WaitsNotice } from '#app/view/waits-notice.tsx'

import { Refusal } from './refusal.tsx'
import { refusalView } from './refusal-view.ts'
import { reviewView } from './review-view.ts'
import { SubmitForm } from './submit-form.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { open } = await requireDraft(portal, request, params.draft)
  const { t, lang } = await textsFor(portal, request)
  return pageData({ title: pageTitle(t, t('apply:review.title')), ...reviewView(t, lang, portal.env, open) })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  // read before the draft: a form that comes slowly hands in what is kept when it is there
  const declared = (await request.formData()).get('declared') === 'yes'
  const { actor, open } = await requireDraft(portal, request, params.draft)
  const { t, lang } = await textsFor(portal, request)
  if (!declared) return json({ error: t('apply:review.declareFirst'), refusal: null }, { status: 422 })
  const submitted = await submitApplication(portal.env, actor, open, { person: await personOf(portal, request) })
  if (submitted.ok) return redirect(`/cases/${submitted.ref}/receipt`, 303)
  const now = await openDraft(portal.env, actor, open.draft.id)
  if (submitted.problem.code === 'not_found' || !now) throw notFound()
  return json({ error: null, refusal: refusalView(t, lang, submitted.problem, open, now) }, { status: statusOf(submitted.problem) })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Review() {
  const { t } = useTranslation('apply')
  const { draft, service, groups, problems, stops, waits, ready } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const error = refused?.error ?? undefined
  return (
    <div className="ot-narrow">
      <BackLink href={`/apply/${draft}`} text={t('review.back')} />
      {refused?.refusal && <Refusal {...refused.refusal} />}
      {problems.length > 0 && <ErrorSummary title={t('review.problems')} items={problems} />}
      {error && <ErrorSummary items={[{ href: '#declared', text: error }]} />}
      <ApplyHeading service={service} step="review" />
      <h1 className="govuk-heading-l">{t('review.title')}</h1>
      <Stops stops={stops} draft={draft} />
      {groups.map((group) => <AnswerList key={group.title} title={group.title} rows={group.rows} draft={draft} from="review" />)}
      {stops.length === 0 && <WaitsNotice waits={waits} />}
      {ready ? <SubmitForm error={error} /> : <p className="govuk-body">{t(stops.length > 0 ? 'review.blocked' : 'review.incomplete')}</p>}
    </div>
  )
}
