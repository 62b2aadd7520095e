import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireClerk } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { withNotice } from '#app/http/session.server.ts'
import { textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { extendCase } from '#app/use-cases/extend-case.ts'

import { loadBeside } from './load-beside.server.ts'
import { readReason } from './read-reason.ts'
import { reasonErrors } from './reason-errors.ts'
import { ReasonFields } from './reason-fields.tsx'

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
  const headers = { 'Set-Cookie': await withNotice(portal, request, done.ok ? 'extend' : 'stale') }
  return redirect(`/desk/cases/${params.ref}`, { status: 303, headers })
}

export default function Extend() {
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
      <p className="govuk-body">{t('beside.extend.text', { count: view.days })}</p>
      <form method="post" noValidate>
        <ReasonFields reasons={view.reasons} sent={refused?.sent} errors={errors} />
        <Button>{t('beside.extend.button', { count: view.days })}</Button>
      </form>
    </div>
  )
}
