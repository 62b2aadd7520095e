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
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { TextArea } from '#app/ui/text-area/text-area.tsx'
import { withdrawCase } from '#app/use-cases/withdraw-case.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { followed } = await requireCase(portal, request, params.ref)
  const { ref, service } = followed.state
  if (!followed.offers.some((offer) => offer.type === 'withdraw')) throw redirect(`/cases/${ref}`, 303)
  const { t } = await textsFor(portal, request)
  return pageData({ title: pageTitle(t, t('cases:withdraw.title')), ref, service }, { headers: PRIVATE })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizenOf(portal, request, params.ref)
  const note = String((await request.formData()).get('note') ?? '').normalize('NFC').replaceAll('\r\n', '\n').trim()
  const done = await withdrawCase(portal.env, actor, params.ref ?? '', note)
  if (!done.ok && done.problem.code === 'not_found') throw notFound()
  if (!done.ok && done.problem.code === 'invalid') {
    const { t } = await textsFor(portal, request)
    const field = done.problem.fields[0]
    return json({ error: field ? fieldMessage(t, field) : problemMessage(t, done.problem), note }, { status: 422 })
  }
  // A second press finds the case ended: the first one has said so.
  if (!done.ok && done.problem.code === 'case_ended') return redirect(`/cases/${params.ref}`, 303)
  const notice = done.ok ? 'cases:notice.withdrawn' : 'cases:notice.too_late'
  return redirect(`/cases/${params.ref}`, { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, notice) } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Withdraw() {
  const { ref, service } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation(['cases', `services/${service}`])
  return (
    <div className="ot-narrow">
      <BackLink href={`/cases/${ref}`} text={t('back_to_case')} />
      {refused && <ErrorSummary items={[{ href: '#note', text: refused.error }]} />}
      <p className="govuk-caption-l">{t(`services/${service}:title`)} · <Bdi>{ref}</Bdi></p>
      <h1 className="govuk-heading-l">{t('withdraw.title')}</h1>
      <p className="govuk-body">{t('withdraw.text')}</p>
      <form method="post" noValidate>
        <TextArea name="note" label={t('withdraw.note')} hint={t('withdraw.note_hint')} optional rows={3} value={refused?.note} error={refused?.error} />
        <div className="govuk-button-group">
          <Button variant="warning">{t('withdraw.button')}</Button>
          <a className="govuk-link" href={`/cases/${ref}`}>{t('withdraw.keep')}</a>
        </div>
      </form>
    </div>
  )
}
