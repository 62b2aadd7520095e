import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { requireDraft } from '#app/http/require-draft.server.ts'
import { takeTyped, typedInto } from '#app/http/typed-form.server.ts'
import { formatDate } from '#app/i18n/dates.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { type PageHandle } from '#app/ui/page-handle.ts'
import { evidenceFor } from '#app/use-cases/reuse-evidence.ts'
import { ApplyHeading } from '#app/view/apply-heading.tsx'
import { RestoredNote } from '#app/view/restored-note.tsx'

import { backTo, onwardTo } from './onward-to.ts'
import { QuestionForm } from './question-form.tsx'
import { questionView } from '#app/view/question/question-view.ts'
import { requireQuestion } from './require-question.ts'
import { saveGiven } from './save-given.server.ts'
import { wrongMessage } from '#app/view/question/wrong-message.ts'

const fromOf = (request: Request): string | null => new URL(request.url).searchParams.get('from')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { actor, open } = await requireDraft(portal, request, params.draft)
  const one = requireQuestion(open, params.question)
  const { t, lang } = await textsFor(portal, request)
  const hinted = portal.i18n.exists(`concepts:${one.field.concept}.hint`, { lng: lang })
  const question = questionView(t, lang, open, one, hinted)
  const evidence = (await evidenceFor(portal.env, open, one.field)).map(({ id, file, checkedBy, checkedOn, validUntil }) => ({
    id,
    name: file.name,
    checked: t('apply:evidence.checked', { department: t(`departments:${checkedBy}.name`), date: formatDate(checkedOn, lang) }),
    until: t('apply:evidence.until', { date: formatDate(validUntil, lang) }),
  }))
  const { typed, headers } = await takeTyped(portal, request, actor.id)
  const values = typedInto(question.values, question.name, typed)
  return pageData({ title: pageTitle(t, question.label), question, values, restored: typed !== null, evidence, back: backTo(open.draft.id, fromOf(request)) }, { headers })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const { actor, open } = await requireDraft(portal, request, params.draft)
  const one = requireQuestion(open, params.question)
  const { saved, values, stays } = await saveGiven(portal.env, actor, open, one, request)
  if (saved.ok && stays) return redirect(request.url, 303)
  if (saved.ok) return redirect(onwardTo(portal.env, open, saved.draft, one, fromOf(request)), 303)
  if (saved.problem.code === 'not_found') throw notFound()
  // Handed in meanwhile: the draft's own address knows where its case is.
  if (saved.problem.code !== 'invalid') return redirect(`/apply/${open.draft.id}`, 303)
  const { t } = await textsFor(portal, request)
  return json({ error: wrongMessage(t, one.field.type, saved.problem.fields[0]), values }, { status: 422 })
}

export const handle: PageHandle = { keepsForm: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function QuestionPage() {
  const { t } = useTranslation('apply')
  const { question, values, restored, evidence, back } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="ot-narrow">
      <BackLink href={back} />
      {refused && <ErrorSummary items={[{ href: question.errorHref, text: refused.error }]} />}
      {restored && !refused && <RestoredNote />}
      <ApplyHeading service={question.service} step={question.part ? 'questions' : 'records'} part={question.part} />
      <QuestionForm question={question} evidence={evidence} values={refused?.values ?? values} error={refused?.error} />
      <p className="govuk-body ot-muted ot-small">{t('question.saved')}</p>
    </div>
  )
}
