import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { dropCookie, readCookie } from '#app/http/secret-cookie.server.ts'
import { signedIn } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { addressOf, portalOf } from '#app/portal.server.ts'
import { finishSignIn } from '#app/sign-in/provider/finish-sign-in.ts'
import { isComplete } from '#app/sign-in/session/current-session.ts'
import { landingFor } from '#app/sign-in/landing-for.ts'
import { originOf } from '#app/sign-in/sign-in.ts'
import { NotSignedIn } from '#app/view/sign-in/not-signed-in.tsx'

const STATUS = { cancelled: 200, expired: 400, refused: 400, no_identity: 403, unknown_staff: 403 } as const

/** Where a provider sends people back to: they are signed in, or told why not. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const line = portal.signIn.providers.find(({ provider }) => provider.id === params.provider)
  if (!line) throw notFound()
  const secret = await readCookie(portal, request, 'sign_in')
  const finished = await finishSignIn(portal.env, line, originOf(portal.signIn, request.url), secret, new URL(request.url).search)
  const headers = new Headers({ 'Set-Cookie': await dropCookie(portal, 'sign_in') })
  if (!finished.ok) {
    if (finished.cause) portal.log.warn({ provider: line.provider.id, err: finished.cause }, 'a sign-in was refused')
    const { t } = await textsFor(portal, request)
    return pageData({ title: pageTitle(t, t('signin:failed.title')), why: finished.why }, { status: STATUS[finished.why], headers })
  }
  const { person, vouched, returnTo } = finished
  headers.append('Set-Cookie', await signedIn(portal, request, person, vouched, addressOf(context)))
  const to = landingFor(person, returnTo)
  const isHalf = !isComplete({ person, session: vouched })
  return redirect(isHalf ? `/second-factor?returnTo=${encodeURIComponent(to)}` : to, { status: 303, headers })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function SignInFailed() {
  const { why } = useLoaderData<typeof loader>()
  return <NotSignedIn why={why} returnTo="/" />
}
