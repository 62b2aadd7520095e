import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { readSession } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { safeReturnTo } from '#app/i18n/preferences.server.ts'
import { reaches } from '#app/kernel/assurance.ts'
import { portalOf } from '#app/portal.server.ts'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { ProviderList } from '#app/view/sign-in/provider-list.tsx'
import { providersEnoughFor } from '#app/view/sign-in/providers-view.ts'

/** A service demands to be surer of who somebody is: why, and how to come back here with more. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { searchParams } = new URL(request.url)
  const id = searchParams.get('service') ?? ''
  const definition = Object.hasOwn(portal.env.catalogue.services, id) ? portal.env.catalogue.services[id] : undefined
  if (!definition) throw notFound()
  const returnTo = safeReturnTo(searchParams.get('returnTo'))
  const signedIn = await readSession(portal, request)
  const { assurance: demanded } = definition
  if (signedIn && reaches(signedIn.session.assurance, demanded)) throw redirect(returnTo)
  const { t, lang } = await textsFor(portal, request)
  const service = t(`services/${id}:title`)
  return pageData({ title: pageTitle(t, t('signin:more.title')), service, demanded, given: signedIn?.session.assurance ?? null, returnTo, providers: providersEnoughFor(portal.signIn, lang, demanded) })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function SignInWithMore() {
  const { t } = useTranslation('signin')
  const { service, demanded, given, returnTo, providers } = useLoaderData<typeof loader>()
  return (
    <div className="ot-narrow">
      <p className="govuk-caption-l">{service}</p>
      <h1 className="govuk-heading-l">{t('more.title')}</h1>
      <p className="govuk-body">{t('more.text')}</p>
      <InsetText>
        <p className="govuk-body">{t('more.demanded')} <strong>{t(`assurance.${demanded}`)}</strong></p>
        {given && <p className="govuk-body">{t('more.given')} <strong>{t(`assurance.${given}`)}</strong></p>}
      </InsetText>
      <p className="govuk-body">{t(providers.length > 0 ? 'more.again' : 'more.none')}</p>
      <ProviderList providers={providers} returnTo={returnTo} demanded={demanded} />
    </div>
  )
}
