import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE, requireCase } from '#app/http/require-case.server.ts'
import { withNotice } from '#app/http/session.server.ts'
import { takeTyped, typedInto } from '#app/http/typed-form.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { QuestionField } from '#app/view/question/question-field.tsx'
import { wrongMessage } from '#app/view/question/wrong-message.ts'
import { owedFields } from '#app/routes/cases.$ref.supply._index/supply-view.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { RestoredNote } from '#app/view/restored-note.tsx'
import type { FollowedCase } from '#app/use-cases/follow-case.ts'

import { supplyGiven } from './supply-given.server.ts'
import { supplyQuestion } from './supply-question.ts'

/** What is no longer owed leads back to the case, which knows. */
function requireOwed(followed: FollowedCase, name: string | undefined) {
  const field = owedFields(followed).find((one) => one.name === name)
  if (!field) throw redirect(`/cases/${followed.state.ref}`, 303)
  return field
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { actor, followed } = await requireCase(portal, request, params.ref)
  const field = requireOwed(followed, params.question)
  const { t, lang } = await textsFor(portal, request)
  const view = supplyQuestion(t, lang, followed, field, portal.i18n.exists(`concepts:${field.concept}.hint`, { lng: lang }))
  const { typed, headers } = await takeTyped(portal, request, actor.id)
  return pageData({ title: pageTitle(t, view.question.label), ...view, values: typedInto({}, field.name, typed), restored: typed !== null }, { headers: { ...PRIVATE, ...headers } })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const { actor, followed } = await requireCase(portal, request, params.ref)
  const field = requireOwed(followed, params.question)
  const { ref } = followed.state
  const { done, values } = await supplyGiven(portal.env, actor, ref, field, request)
  if (!done.ok && done.problem.code === 'not_found') throw notFound()
  if (!done.ok && done.problem.code === 'invalid') {
    const { t } = await textsFor(portal, request)
    return json({ error: wrongMessage(t, field.type, done.problem.fields[0]), values }, { status: 422 })
  }
  const notice = done.ok ? 'cases:notice.supplied' : 'cases:notice.not_now'
  const to = owedFields(followed).length > 1 ? `/cases/${ref}/supply` : `/cases/${ref}`
  return redirect(to, { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, notice) } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function SupplyQuestion() {
  const { service, ref, question, values, restored, errorHref } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation(['cases', `services/${service}`])
  return (
    <div className="ot-narrow">
      <BackLink href={`/cases/${ref}/supply`} />
      {refused && <ErrorSummary items={[{ href: errorHref, text: refused.error }]} />}
      {restored && !refused && <RestoredNote />}
      <p className="govuk-caption-l">{t(`services/${service}:title`)} · <Bdi>{ref}</Bdi></p>
      <form method="post" noValidate encType={question.input.as === 'file' ? 'multipart/form-data' : undefined}>
        <QuestionField question={question} values={refused?.values ?? values} error={refused?.error} />
        <p className="govuk-body">{t('supply.final')}</p>
        <Button>{t('supply.button')}</Button>
      </form>
    </div>
  )
}
