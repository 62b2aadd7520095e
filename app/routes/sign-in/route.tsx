import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { notFound } from '#app/http/not-found.ts'
import { signedIn } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { safeReturnTo } from '#app/i18n/preferences.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { Button } from '#app/ui/button/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { RadioGroup } from '#app/ui/radio-group/radio-group.tsx'
import { findDemoPerson, listDemoPeople } from '#app/use-cases/list-demo-people.ts'

import { peopleView } from './people-view.ts'
import { landingFor } from './landing-for.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  if (!portal.demo) throw notFound()
  const { t } = await textsFor(portal, request)
  const returnTo = safeReturnTo(new URL(request.url).searchParams.get('returnTo'))
  return json({ title: pageTitle(t, t('portal:signIn.title')), returnTo, ...peopleView(t, await listDemoPeople(portal.env)) })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const portal = portalOf(context)
  if (!portal.demo) throw notFound()
  const form = await request.formData()
  const person = await findDemoPerson(portal.env, String(form.get('person') ?? ''))
  if (!person) {
    const { t } = await textsFor(portal, request)
    return json({ error: t('portal:signIn.choose') }, { status: 422 })
  }
  const to = landingFor(person, safeReturnTo(form.get('returnTo')))
  return redirect(to, { status: 303, headers: { 'Set-Cookie': await signedIn(portal, person.id) } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function SignIn() {
  const { t } = useTranslation('portal')
  const { citizens, staff, returnTo } = useLoaderData<typeof loader>()
  const error = useActionData<typeof action>()?.error
  return (
    <div className="ot-narrow">
      {error && <ErrorSummary items={[{ href: '#person', text: error }]} />}
      <h1 className="govuk-heading-l">{t('signIn.title')}</h1>
      <InsetText>{t('signIn.demo')}</InsetText>
      <form method="post" noValidate>
        <input type="hidden" name="returnTo" value={returnTo} />
        <RadioGroup name="person" label={t('signIn.citizens')} size="m" items={citizens} error={error} />
        <RadioGroup name="person" id="person-staff" label={t('signIn.staff')} size="m" items={staff} />
        <Button>{t('signIn.button')}</Button>
      </form>
    </div>
  )
}
