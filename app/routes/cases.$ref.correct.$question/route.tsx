import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { requireCorrection } from '#app/http/require-correction.server.ts'
import { takeTyped, typedInto } from '#app/http/typed-form.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { QuestionField } from '#app/view/question/question-field.tsx'
import { wrongMessage } from '#app/view/question/wrong-message.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { type PageHandle } from '#app/ui/page-handle.ts'
import { RestoredNote } from '#app/view/restored-note.tsx'
import type { OpenCorrection } from '#app/use-cases/open-correction.ts'

import { correctionQuestion } from './correction-question.ts'
import { saveGiven } from './save-given.server.ts'
import { WhyAsked } from './why-asked.tsx'

/** Nothing but what was asked for can be changed. */
function requireAsked({ fields }: OpenCorrection, name: string | undefined) {
  const asked = fields.find((one) => one.field.name === name)
  if (!asked) throw notFound()
  return asked
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { actor, open } = await requireCorrection(portal, request, params.ref)
  const asked = requireAsked(open, params.question)
  const { t, lang } = await textsFor(portal, request)
  const hinted = portal.i18n.exists(`concepts:${asked.field.concept}.hint`, { lng: lang })
  const view = correctionQuestion(t, lang, open, asked, hinted)
  const { typed, headers } = await takeTyped(portal, request, actor.id)
  const values = typedInto(view.values, asked.field.name, typed)
  return pageData({ title: pageTitle(t, view.question.label), ...view, values, restored: typed !== null }, { headers: { ...PRIVATE, ...headers } })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const { actor, open } = await requireCorrection(portal, request, params.ref)
  const { field, answer } = requireAsked(open, params.question)
  const { ref } = open.state
  const { saved, values, stays } = await saveGiven(portal.env, actor, { ref, name: field.name, type: field.type, kept: Boolean(answer?.file) }, request)
  if (saved.ok) return redirect(stays ? request.url : `/cases/${ref}/correct`, 303)
  if (saved.problem.code === 'not_found') throw notFound()
  // Too late, or answered meanwhile: the list knows.
  if (saved.problem.code !== 'invalid') return redirect(`/cases/${ref}/correct`, 303)
  const { t } = await textsFor(portal, request)
  return json({ error: wrongMessage(t, field.type, saved.problem.fields[0]), values }, { status: 422 })
}

export const handle: PageHandle = { keepsForm: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function CorrectQuestion() {
  const { service, ref, point, question, values, restored, errorHref } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation(['cases', `services/${service}`])
  return (
    <div className="ot-narrow">
      <BackLink href={`/cases/${ref}/correct`} />
      {refused && <ErrorSummary items={[{ href: errorHref, text: refused.error }]} />}
      {restored && !refused && <RestoredNote />}
      <p className="govuk-caption-l">{t(`services/${service}:title`)} · <Bdi>{ref}</Bdi></p>
      <form id="question-form" method="post" noValidate encType={question.input.as === 'file' ? 'multipart/form-data' : undefined}>
        <QuestionField question={question} values={refused?.values ?? values} error={refused?.error} />
        <WhyAsked point={point} />
        <Button>{t('correct.save')}</Button>
      </form>
    </div>
  )
}
