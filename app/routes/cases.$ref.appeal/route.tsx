import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { pageData } from '#app/http/page-data.server.ts'
import { requireCitizenOf } from '#app/http/require-assurance.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { fieldMessage, problemMessage } from '#app/http/refusal.ts'
import { PRIVATE, requireCase } from '#app/http/require-case.server.ts'
import { withNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { formatDate } from '#app/i18n/dates.ts'
import { NOTE_LENGTH } from '#app/kernel/case/note-length.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { TextArea } from '#app/ui/text-area/text-area.tsx'
import { appealCase } from '#app/use-cases/appeal-case.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { followed } = await requireCase(portal, request, params.ref)
  const { ref, service } = followed.state
  if (followed.appealBy === null) throw redirect(`/cases/${ref}`, 303)
  const { t, lang } = await textsFor(portal, request)
  return pageData({ title: pageTitle(t, t('cases:appeal.title')), ref, service, until: formatDate(followed.appealBy - 1, lang) }, { headers: PRIVATE })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizenOf(portal, request, params.ref)
  const text = String((await request.formData()).get('text') ?? '').normalize('NFC').replaceAll('\r\n', '\n').trim()
  const done = await appealCase(portal.env, actor, params.ref ?? '', text)
  if (!done.ok && done.problem.code === 'not_found') throw notFound()
  if (!done.ok && done.problem.code === 'invalid') {
    const { t } = await textsFor(portal, request)
    const field = done.problem.fields[0]
    const error = !field ? problemMessage(t, done.problem) : field.code === 'missing' ? t('cases:appeal.missing') : fieldMessage(t, field)
    return json({ error, text }, { status: 422 })
  }
  // Pressed twice: the first one counts, and has said so.
  if (!done.ok && done.problem.code === 'not_open') return redirect(`/cases/${params.ref}`, 303)
  const notice = done.ok ? 'cases:notice.appealed' : done.problem.code === 'too_late' ? 'cases:notice.too_late' : 'cases:notice.not_now'
  return redirect(`/cases/${params.ref}`, { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, notice) } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AppealPage() {
  const { ref, service, until } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation(['cases', `services/${service}`])
  return (
    <div className="ot-narrow">
      <BackLink href={`/cases/${ref}`} text={t('back_to_case')} />
      {refused && <ErrorSummary items={[{ href: '#text', text: refused.error }]} />}
      <p className="govuk-caption-l">{t(`services/${service}:title`)} · <Bdi>{ref}</Bdi></p>
      <h1 className="govuk-heading-l">{t('appeal.title')}</h1>
      <p className="govuk-body">{t('appeal.text')}</p>
      <p className="govuk-body"><strong>{t('appeal.until', { date: until })}</strong> {t('appeal.once')}</p>
      <form method="post" noValidate>
        <TextArea name="text" label={t('appeal.grounds')} hint={t('appeal.grounds_hint')} rows={8} maxLength={NOTE_LENGTH} value={refused?.text} error={refused?.error} />
        <div className="govuk-button-group">
          <Button>{t('appeal.button')}</Button>
          <a className="govuk-link" href={`/cases/${ref}`}>{t('appeal.keep')}</a>
        </div>
      </form>
    </div>
  )
}
