import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { signedIn } from '#app/http/session.server.ts'
import { isTypedKept } from '#app/http/typed-form.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { safeReturnTo } from '#app/i18n/preferences.server.ts'
import { addressOf, portalOf } from '#app/portal.server.ts'
import { landingFor } from '#app/sign-in/landing-for.ts'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'
import { findDemoPerson, listDemoPeople } from '#app/use-cases/list-demo-people.ts'
import { ProviderList } from '#app/view/sign-in/provider-list.tsx'
import { providersView } from '#app/view/sign-in/providers-view.ts'

import { DemoPeople } from './demo-people.tsx'
import { peopleView } from './people-view.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { t, lang } = await textsFor(portal, request)
  const returnTo = safeReturnTo(new URL(request.url).searchParams.get('returnTo'))
  const people = portal.demo ? peopleView(t, await listDemoPeople(portal.env)) : null
  const providers = providersView(portal.signIn, lang)
  return pageData({ title: pageTitle(t, t('signin:title')), returnTo, people, providers, kept: await isTypedKept(portal, request) })
}

/** The demonstration's sign-in: anybody is who they choose to be. There is none anywhere else. */
export async function action({ request, context }: ActionFunctionArgs) {
  const portal = portalOf(context)
  if (!portal.demo) throw notFound()
  const form = await request.formData()
  const person = await findDemoPerson(portal.env, String(form.get('person') ?? ''))
  if (!person) {
    const { t } = await textsFor(portal, request)
    return json({ error: t('signin:demo.choose') }, { status: 422 })
  }
  const to = landingFor(person, safeReturnTo(form.get('returnTo')))
  return redirect(to, { status: 303, headers: { 'Set-Cookie': await signedIn(portal, request, person, { provider: 'demo', assurance: 'high', secondFactor: true }, addressOf(context)) } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function SignIn() {
  const { t } = useTranslation('signin')
  const { people, providers, returnTo, kept } = useLoaderData<typeof loader>()
  const error = useActionData<typeof action>()?.error
  return (
    <div className="ot-narrow">
      {error && <ErrorSummary items={[{ href: '#person', text: error }]} />}
      {kept && <NotificationBanner title={t('kept.title')}><p className="govuk-body">{t('kept.text')}</p></NotificationBanner>}
      <h1 className="govuk-heading-l">{t('title')}</h1>
      {people && <DemoPeople people={people} returnTo={returnTo} error={error} />}
      <ProviderList providers={providers} returnTo={returnTo} />
    </div>
  )
}
