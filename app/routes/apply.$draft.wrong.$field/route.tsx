import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { requireDraft } from '#app/http/require-draft.server.ts'
import { withNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { type Portal, portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { disputeRecord, isDisputable } from '#app/use-cases/dispute-record.ts'
import type { OpenDraft } from '#app/use-cases/open-draft.ts'
import { wrongMessage } from '#app/view/question/wrong-message.ts'

import { readDispute } from './read-dispute.server.ts'
import { WrongForm } from './wrong-form.tsx'
import { wrongView } from './wrong-view.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { open } = await requireDraft(portal, request, params.draft)
  const one = disputableIn(open, params.field)
  const { t, lang } = await textsFor(portal, request)
  const view = wrongView(t, lang, portal.env.catalogue, open, one)
  if (!view) throw notFound()
  return pageData({ title: pageTitle(t, t('apply:wrong.title', { name: view.label })), draft: open.draft.id, view })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const { actor, open } = await requireDraft(portal, request, params.draft)
  const said = open.fields.find(({ field }) => field.name === params.field)?.answer?.differs
  if (said?.because === 'disputed') return told(portal, request, open)
  const { field } = disputableIn(open, params.field)
  const { dispute, typed, tooLarge } = await readDispute(field.type, field.name, request)
  const disputed = tooLarge ? { ok: false as const, problem: { code: 'invalid' as const, fields: [tooLarge] } } : await disputeRecord(portal.env, actor, open.draft.id, field.name, dispute)
  if (disputed.ok) return told(portal, request, open)
  if (disputed.problem.code === 'too_late') return redirect(`/apply/${open.draft.id}`, 303)
  if (disputed.problem.code !== 'invalid') throw notFound()
  const { t } = await textsFor(portal, request)
  const errors = Object.fromEntries(disputed.problem.fields.map((problem) => [problem.name, wrongMessage(t, problem.name === 'claimed' ? field.type : { type: 'text', maxLength: 0 }, problem)]))
  return json({ errors, typed }, { status: 422 })
}

const told = async (portal: Portal, request: Request, { draft }: OpenDraft) =>
  redirect(`/apply/${draft.id}/records`, { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, 'apply:records.notice.disputed') } })

function disputableIn(open: OpenDraft, name: string | undefined) {
  const one = open.fields.find(({ field }) => field.name === name)
  if (!one || !isDisputable(one)) throw notFound()
  return one
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Wrong() {
  const { t } = useTranslation('apply')
  const { draft, view } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors: Record<string, string> = refused?.errors ?? {}
  const labels: Record<string, string> = { claimed: t('wrong.claimed'), correction_reason: t('wrong.reason'), correction_proof: t('wrong.proof') }
  const items = Object.entries(errors).map(([name, message]) => ({ href: name === 'claimed' ? view.errorHref : `#${name}`, text: t('review.problem', { name: labels[name], message }) }))
  return (
    <div className="ot-narrow">
      <BackLink href={`/apply/${draft}/records`} />
      <ErrorSummary items={items} />
      <p className="govuk-caption-l">{view.service}</p>
      <h1 className="govuk-heading-l">{t('wrong.title', { name: view.label })}</h1>
      <WrongForm view={view} typed={refused?.typed ?? {}} errors={errors} />
    </div>
  )
}
