import { type ActionFunctionArgs, redirect } from '@remix-run/node'

import { readSession, signedOut } from '#app/http/session.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { endSessionAt } from '#app/sign-in/provider/end-session.ts'
import { originOf } from '#app/sign-in/sign-in.ts'

export const loader = () => redirect('/')

/** Signed out here, then at the provider, if it can be told. */
export async function action({ request, context }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const signedIn = await readSession(portal, request)
  const cookie = await signedOut(portal, request)
  const there = signedIn && (await endSessionAt(portal.signIn, signedIn.session.provider, originOf(portal.signIn, request.url)))
  // What a browser has kept of pages goes as well: the next at this machine may press Back.
  return redirect(there?.href ?? '/', { status: 303, headers: { 'Set-Cookie': cookie, 'Clear-Site-Data': '"cache"' } })
}
