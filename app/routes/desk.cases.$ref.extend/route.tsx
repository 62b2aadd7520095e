import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireClerk } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { withNotice } from '#app/http/session.server.ts'
import { textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { Button } from '#app/ui/button/button.tsx'
import { extendCase } from '#app/use-cases/extend-case.ts'
import { ActPage } from '#app/view/beside/act-page.tsx'
import { loadBeside } from '#app/view/beside/load-beside.server.ts'
import { readReason } from '#app/view/beside/read-reason.ts'
import { reasonErrors } from '#app/view/beside/reason-errors.ts'
import { ReasonFields } from '#app/view/beside/reason-fields.tsx'

export const handle = { density: 'desk' }
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export const loader = (args: LoaderFunctionArgs) => loadBeside(args, 'extend')

export async function action({ request, params, context }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireClerk(portal, request)
  const { t } = await textsFor(portal, request)
  const reason = readReason(await request.formData())
  const done = await extendCase(portal.env, actor, params.ref ?? '', reason)
  if (!done.ok && done.problem.code === 'not_found') throw notFound()
  if (!done.ok && done.problem.code === 'invalid') return json({ errors: reasonErrors(t, done.problem.fields), sent: reason }, { status: 422 })
  const headers = { 'Set-Cookie': await withNotice(portal, request, done.ok ? 'desk:notice.extend' : 'desk:notice.stale') }
  return redirect(`/desk/cases/${params.ref}`, { status: 303, headers })
}

export default function Extend() {
  const { t } = useTranslation('desk')
  const { view } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = refused?.errors ?? []
  return (
    <ActPage view={view} errors={errors}>
      <p className="govuk-body">{t('beside.extend.text', { count: view.days })}</p>
      <form method="post" noValidate>
        <ReasonFields reasons={view.reasons} sent={refused?.sent} errors={errors} />
        <Button>{t('beside.extend.button', { count: view.days })}</Button>
      </form>
    </ActPage>
  )
}
