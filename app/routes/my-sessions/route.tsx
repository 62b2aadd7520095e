import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireActor } from '#app/http/actor.server.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { readSession, signedOut, takeNotice, withNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { type Portal, portalOf } from '#app/portal.server.ts'
import { endOtherSessions, endOwnSession, ownSessions } from '#app/sign-in/session/own-sessions.ts'
import type { SignedIn } from '#app/sign-in/session/current-session.ts'
import { Button } from '#app/ui/button/button.tsx'
import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'

import { SessionCard } from './session-card.tsx'
import { sessionView } from './session-view.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const signedIn = await requireSession(portal, request)
  const { t, lang } = await textsFor(portal, request)
  const sessions = (await ownSessions(portal.env, portal.signIn.limits, signedIn)).map((one) => sessionView(t, lang, portal.signIn, one, signedIn.session.idHash))
  const { notice, headers } = await takeNotice(portal, request)
  return pageData({ title: pageTitle(t, t('signin:sessions.title')), sessions, notice: notice && t(notice) }, { headers: { ...PRIVATE, ...headers } })
}

/** Ends one of somebody's own sessions, or all but this one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const signedIn = await requireSession(portal, request)
  const which = String((await request.formData()).get('session') ?? '')
  if (which === signedIn.session.idHash) return redirect('/', { status: 303, headers: { 'Set-Cookie': await signedOut(portal, request), 'Clear-Site-Data': '"cache"' } })
  await (which === 'others' ? endOtherSessions(portal.env, signedIn) : endOwnSession(portal.env, signedIn, which))
  return redirect('/my-sessions', { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, 'signin:sessions.ended') } })
}

async function requireSession(portal: Portal, request: Request): Promise<SignedIn> {
  await requireActor(portal, request)
  const signedIn = await readSession(portal, request)
  // It ended between two looks at the clock.
  if (!signedIn) throw redirect('/sign-in')
  return signedIn
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function MySessions() {
  const { t } = useTranslation('signin')
  const { sessions, notice } = useLoaderData<typeof loader>()
  return (
    <div className="ot-narrow">
      {notice && <NotificationBanner tone="success" heading={notice} />}
      <h1 className="govuk-heading-l">{t('sessions.title')}</h1>
      <p className="govuk-body">{t('sessions.text')}</p>
      {sessions.map((session) => <SessionCard key={session.id} session={session} />)}
      {sessions.length > 1 && (
        <form method="post">
          <Button name="session" value="others" variant="warning">{t('sessions.end_others')}</Button>
        </form>
      )}
    </div>
  )
}
