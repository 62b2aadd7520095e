import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { withSecondFactor } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { safeReturnTo } from '#app/i18n/preferences.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { keyOptions } from '#app/sign-in/second-factor/give-key.ts'
import { registrationOptions } from '#app/sign-in/second-factor/register-key.ts'
import { originOf } from '#app/sign-in/sign-in.ts'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'

import { GiveForm } from './give-form.tsx'
import { RegisterForm } from './register-form.tsx'
import { requireHalf } from './require-half.server.ts'
import script from './second-factor.js?url'
import { takeFactor } from './take-factor.server.ts'

/** Staff whose provider asked for one factor give the second here, before anything else. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const returnTo = safeReturnTo(new URL(request.url).searchParams.get('returnTo'))
  const signedIn = await requireHalf(portal, request, returnTo)
  const { t } = await textsFor(portal, request)
  const origin = originOf(portal.signIn, request.url)
  const [give, register] = await Promise.all([keyOptions(portal.env, signedIn, origin), registrationOptions(portal.env, signedIn, origin)])
  return pageData({ title: pageTitle(t, t('signin:factor.title')), returnTo, give: give && JSON.stringify(give), register: JSON.stringify(register) }, { headers: PRIVATE })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const form = await request.formData()
  const returnTo = safeReturnTo(form.get('returnTo'))
  const signedIn = await requireHalf(portal, request, returnTo)
  const wrong = await takeFactor(portal.env, signedIn, originOf(portal.signIn, request.url), form)
  const cookie = wrong === null ? await withSecondFactor(portal, signedIn) : null
  if (cookie) return redirect(returnTo, { status: 303, headers: { 'Set-Cookie': cookie } })
  const { t } = await textsFor(portal, request)
  return json({ error: t(`signin:factor.wrong.${wrong ?? 'wrong_key'}`), id: wrong === 'wrong_code' ? 'code' : 'factor' }, { status: 422 })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function SecondFactor() {
  const { t } = useTranslation('signin')
  const { returnTo, give, register } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <div className="ot-narrow" id="factor">
      {failed && <ErrorSummary items={[{ href: `#${failed.id}`, text: failed.error }]} />}
      <h1 className="govuk-heading-l">{t('factor.title')}</h1>
      <p className="govuk-body">{t('factor.text')}</p>
      <noscript><p className="govuk-body"><strong>{t('factor.no_script')}</strong></p></noscript>
      {give && <GiveForm options={give} returnTo={returnTo} />}
      <RegisterForm options={register} returnTo={returnTo} first={give === null} error={failed?.id === 'code' ? failed.error : undefined} />
      <form action="/sign-out" method="post"><button className="ot-link-button">{t('factor.sign_out')}</button></form>
      <script src={script} defer />
    </div>
  )
}
