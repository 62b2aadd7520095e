import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireCitizen } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { problemMessage, statusOf } from '#app/http/refusal.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { withNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'
import { TextArea } from '#app/ui/text-area/text-area.tsx'
import { questionAccess } from '#app/use-cases/question-access.ts'
import { accessAddress } from '#app/view/access/access-wish.ts'

import { loadLook } from './load-look.server.ts'
import { questionError } from './question-error.ts'

/** Of which the question keeps this many characters. */
const MOST = 2000

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const { t, lang } = await textsFor(portal, request)
  const look = await loadLook(portal.env, actor, params.id, t, lang)
  return pageData({ title: pageTitle(t, t('mydata:question.title')), ...look }, { headers: PRIVATE })
}

/** Opens the case at the department; a second question about the same look leads to the first one's case. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const { t, lang } = await textsFor(portal, request)
  const { shown } = await loadLook(portal.env, actor, params.id, t, lang)
  const text = String((await request.formData()).get('question') ?? '').normalize('NFC').replaceAll('\r\n', '\n').trim()
  const error = questionError(t, text, MOST)
  if (error) return json({ error, text }, { status: 422 })
  const asked = await questionAccess(portal.env, actor, params.id ?? '', { text, shown })
  if (!asked.ok && asked.problem.code === 'not_found') throw notFound()
  if (!asked.ok) return json({ error: problemMessage(t, asked.problem), text }, { status: statusOf(asked.problem) })
  const notice = asked.first ? 'mydata:question.first' : 'mydata:question.repeated'
  return redirect(`/cases/${asked.ref}`, { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, notice) } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Question() {
  const { t } = useTranslation('mydata')
  const { of, department, shown } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const rows = (['when', 'who', 'purpose', 'fields'] as const).map((key) => ({ name: t(`access.column.${key}`), value: shown[key] }))
  return (
    <div className="ot-narrow">
      <BackLink href={accessAddress('/my-data/access', { of, typed: {} })} text={t('question.back')} />
      {refused && <ErrorSummary items={[{ href: '#question', text: refused.error }]} />}
      <h1 className="govuk-heading-l">{t('question.title')}</h1>
      <p className="govuk-body">{t('question.intro', { department })}</p>
      <SummaryList title={t('question.about')} rows={rows} />
      <form method="post" noValidate>
        <TextArea name="question" label={t('question.label')} hint={t('question.hint')} rows={6} value={refused?.text} error={refused?.error} />
        <Button>{t('question.button')}</Button>
      </form>
    </div>
  )
}
