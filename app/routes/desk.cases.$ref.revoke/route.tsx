import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireClerk } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { withNotice } from '#app/http/session.server.ts'
import { textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { loadBeside } from '#app/routes/desk.cases.$ref.extend/load-beside.server.ts'
import { readReason } from '#app/routes/desk.cases.$ref.extend/read-reason.ts'
import { reasonErrors } from '#app/routes/desk.cases.$ref.extend/reason-errors.ts'
import { ReasonFields } from '#app/routes/desk.cases.$ref.extend/reason-fields.tsx'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group/checkbox-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { WarningText } from '#app/ui/warning-text/warning-text.tsx'
import { revokeCase } from '#app/use-cases/revoke-case.ts'

export const handle = { density: 'desk' }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export const loader = (args: LoaderFunctionArgs) => loadBeside(args, 'revoke')

/** Can't be undone: nothing is taken back before it is confirmed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireClerk(portal, request)
  const { t } = await textsFor(portal, request)
  const form = await request.formData()
  const reason = readReason(form)
  const unconfirmed = form.get('confirmed') === 'yes' ? [] : [{ name: 'confirmed', text: t('desk:beside.revoke.confirm_first') }]
  const unchosen = reason.code === '' ? reasonErrors(t, [{ name: 'reason', code: 'missing' }]) : []
  if (unconfirmed.length > 0) return json({ errors: [...unchosen, ...unconfirmed], sent: reason }, { status: 422 })
  const done = await revokeCase(portal.env, actor, params.ref ?? '', reason)
  if (!done.ok && done.problem.code === 'not_found') throw notFound()
  if (!done.ok && done.problem.code === 'invalid') return json({ errors: reasonErrors(t, done.problem.fields), sent: reason }, { status: 422 })
  const headers = { 'Set-Cookie': await withNotice(portal, request, done.ok ? 'revoke' : 'stale') }
  return redirect(`/desk/cases/${params.ref}`, { status: 303, headers })
}

export default function Revoke() {
  const { t } = useTranslation('desk')
  const { view } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? []
  return (
    <div className="ot-narrow">
      <BackLink href={`/desk/cases/${view.ref}`} text={t('decide.back')} />
      <ErrorSummary items={errors.map(({ name, text }) => ({ href: `#${name}`, text }))} />
      <p className="govuk-caption-l">{view.service} · <Bdi>{view.ref}</Bdi></p>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <WarningText>{t('beside.revoke.text')}</WarningText>
      <form method="post" noValidate>
        <ReasonFields reasons={view.reasons} sent={refused?.sent} errors={errors} />
        <CheckboxGroup name="confirmed" label={t('beside.revoke.confirm_label')} error={errors.find(({ name }) => name === 'confirmed')?.text} items={[{ value: 'yes', text: t('beside.revoke.confirm') }]} />
        <Button variant="warning">{t('beside.revoke.button')}</Button>
      </form>
    </div>
  )
}
