import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireClerk } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { withNotice } from '#app/http/session.server.ts'
import { textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { Button } from '#app/ui/button/button.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group/checkbox-group.tsx'
import { WarningText } from '#app/ui/warning-text/warning-text.tsx'
import { revokeCase } from '#app/use-cases/revoke-case.ts'
import { ActPage } from '#app/view/beside/act-page.tsx'
import { loadBeside } from '#app/view/beside/load-beside.server.ts'
import { readReason } from '#app/view/beside/read-reason.ts'
import { reasonErrors } from '#app/view/beside/reason-errors.ts'
import { ReasonFields } from '#app/view/beside/reason-fields.tsx'

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
  const headers = { 'Set-Cookie': await withNotice(portal, request, done.ok ? 'desk:notice.revoke' : 'desk:notice.stale') }
  return redirect(`/desk/cases/${params.ref}`, { status: 303, headers })
}

export default function Revoke() {
  const { t } = useTranslation('desk')
  const { view } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? []
  return (
    <ActPage view={view} errors={errors}>
      <WarningText>{t('beside.revoke.text')}</WarningText>
      <form method="post" noValidate>
        <ReasonFields reasons={view.reasons} sent={refused?.sent} errors={errors} />
        <CheckboxGroup name="confirmed" label={t('beside.revoke.confirm_label')} error={errors.find(({ name }) => name === 'confirmed')?.text} items={[{ value: 'yes', text: t('beside.revoke.confirm') }]} />
        <Button variant="warning">{t('beside.revoke.button')}</Button>
      </form>
    </ActPage>
  )
}
