import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireClerk } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { withNotice } from '#app/http/session.server.ts'
import { textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { Button } from '#app/ui/button/button.tsx'
import { DateField } from '#app/ui/date-field/date-field.tsx'
import { WarningText } from '#app/ui/warning-text/warning-text.tsx'
import { suspendCase } from '#app/use-cases/suspend-case.ts'
import { ActPage } from '#app/view/beside/act-page.tsx'
import { loadBeside } from '#app/view/beside/load-beside.server.ts'
import { readReason } from '#app/view/beside/read-reason.ts'
import { readUntil, typedUntil } from '#app/view/beside/read-until.ts'
import { reasonErrors } from '#app/view/beside/reason-errors.ts'
import { ReasonFields } from '#app/view/beside/reason-fields.tsx'

export const handle = { density: 'desk' }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export const loader = (args: LoaderFunctionArgs) => loadBeside(args, 'suspend')

export async function action({ request, params, context }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireClerk(portal, request)
  const { t } = await textsFor(portal, request)
  const form = await request.formData()
  const reason = readReason(form)
  const done = await suspendCase(portal.env, actor, params.ref ?? '', reason, readUntil(form))
  if (!done.ok && done.problem.code === 'not_found') throw notFound()
  if (!done.ok && done.problem.code === 'invalid') {
    return json({ errors: reasonErrors(t, done.problem.fields), sent: reason, until: typedUntil(form) }, { status: 422 })
  }
  const headers = { 'Set-Cookie': await withNotice(portal, request, done.ok ? 'desk:notice.suspend' : 'desk:notice.stale') }
  return redirect(`/desk/cases/${params.ref}`, { status: 303, headers })
}

export default function Suspend() {
  const { t } = useTranslation('desk')
  const { view } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? []
  return (
    <ActPage view={view} errors={errors}>
      <WarningText>{t('beside.suspend.text')}</WarningText>
      <form method="post" noValidate>
        <ReasonFields reasons={view.reasons} sent={refused?.sent} errors={errors} />
        <DateField name="until" label={t('beside.suspend.until')} hint={t('beside.suspend.until_hint')} value={refused?.until} error={errors.find(({ name }) => name === 'until')?.text} />
        <Button variant="warning">{t('beside.suspend.button')}</Button>
      </form>
    </ActPage>
  )
}
