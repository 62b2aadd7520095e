import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireCitizen } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { typedText } from '#app/http/read-input.ts'
import { fieldMessage } from '#app/http/refusal.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { withNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { grantMandate } from '#app/use-cases/mandates/grant-mandate.ts'

import { GrantFields } from './grant-fields.tsx'
import { grantChoices } from './grant-choices.ts'
import { readGrant } from './read-grant.ts'

const UNTIL = { type: 'date', notBefore: null, notAfter: null } as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const { t } = await textsFor(portal, request)
  return pageData({ title: pageTitle(t, t('mandates:new.title')), choices: await grantChoices(t, portal.env, actor) }, { headers: PRIVATE })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const form = await request.formData()
  const { grant, unread } = readGrant(form)
  const granted = unread.length > 0 ? { ok: false as const, problem: { code: 'invalid' as const, fields: unread } } : await grantMandate(portal.env, actor, grant)
  if (granted.ok) return redirect('/mandates', { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, 'mandates:notice.granted') } })
  if (granted.problem.code !== 'invalid') throw notFound()
  const { t } = await textsFor(portal, request)
  const errors = Object.fromEntries(granted.problem.fields.map((field) => [field.name, fieldMessage(t, field)]))
  const typed = { ...typedText(UNTIL, 'until', form), for: String(form.get('for') ?? ''), scope: String(form.get('scope') ?? ''), identity_number: grant.identityNumber, name: grant.name }
  return json({ errors, typed, services: grant.services ?? [] }, { status: 422 })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewMandate() {
  const { t } = useTranslation(['mandates', 'apply'])
  const { choices } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors: Record<string, string> = refused?.errors ?? {}
  const labels: Record<string, string> = { name: t('new.name'), identity_number: t('new.number'), services: t('new.services'), until: t('new.until') }
  const items = Object.entries(errors).map(([name, message]) => ({ href: name === 'until' ? '#until-day' : `#${name}`, text: t('apply:review.problem', { name: labels[name], message }) }))
  return (
    <div className="ot-narrow">
      <BackLink href="/mandates" />
      <ErrorSummary items={items} />
      <h1 className="govuk-heading-l">{t('new.title')}</h1>
      <p className="govuk-body">{t('new.text')}</p>
      <form method="post" noValidate>
        <GrantFields choices={choices} errors={errors} typed={refused?.typed ?? {}} services={refused?.services ?? []} />
        <Button>{t('new.button')}</Button>
      </form>
    </div>
  )
}
