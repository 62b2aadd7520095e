import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { giveCookie } from '#app/http/secret-cookie.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { safeReturnTo } from '#app/i18n/preferences.server.ts'
import { assurances } from '#app/kernel/assurance.ts'
import { portalOf } from '#app/portal.server.ts'
import { startSignIn } from '#app/sign-in/provider/start-sign-in.ts'
import { originOf } from '#app/sign-in/sign-in.ts'
import { NotSignedIn } from '#app/view/sign-in/not-signed-in.tsx'
import { ProviderList } from '#app/view/sign-in/provider-list.tsx'
import { providersView } from '#app/view/sign-in/providers-view.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { t, lang } = await textsFor(portal, request)
  const providers = providersView(portal.signIn, lang).filter(({ id }) => id === params.provider)
  if (providers.length === 0) throw notFound()
  return pageData({ title: pageTitle(t, t('signin:title')), providers, returnTo: safeReturnTo(new URL(request.url).searchParams.get('returnTo')) })
}

/** Begins a sign-in at a provider. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const line = portal.signIn.providers.find(({ provider }) => provider.id === params.provider)
  if (!line) throw notFound()
  const form = await request.formData()
  const wish = { returnTo: safeReturnTo(form.get('returnTo')), demanded: assurances.find((one) => one === form.get('assurance')) ?? 'low' }
  try {
    const { to, secret } = await startSignIn(portal.env, line, originOf(portal.signIn, request.url), wish)
    return redirect(to.href, { status: 303, headers: { 'Set-Cookie': await giveCookie(portal, 'sign_in', secret) } })
  } catch (error) {
    portal.log.warn({ provider: line.provider.id, err: error }, 'a provider could not be reached')
    return json({ returnTo: wish.returnTo }, { status: 503 })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** One provider by its own address; or that it could not be reached. */
export default function OneProvider() {
  const { t } = useTranslation('signin')
  const { providers, returnTo } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  if (failed) return <NotSignedIn why="unavailable" returnTo={failed.returnTo} />
  return (
    <div className="ot-narrow">
      <h1 className="govuk-heading-l">{t('title')}</h1>
      <ProviderList providers={providers} returnTo={returnTo} />
    </div>
  )
}
