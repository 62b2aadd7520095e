import { redirect } from '@remix-run/node'

import { readSession } from '#app/http/session.server.ts'
import type { Portal } from '#app/portal.server.ts'
import { isComplete, type SignedIn } from '#app/sign-in/session/current-session.ts'

/** Staff who are signed in with one factor; anybody else is sent where they belong. */
export async function requireHalf(portal: Portal, request: Request, returnTo: string): Promise<SignedIn> {
  const signedIn = await readSession(portal, request)
  if (!signedIn) throw redirect(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
  if (isComplete(signedIn)) throw redirect(returnTo)
  return signedIn
}
