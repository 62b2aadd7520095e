import { type ActionFunctionArgs, redirect } from '@remix-run/node'

import { requireClerk } from '#app/http/actor.server.ts'
import { withNotice } from '#app/http/session.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { takeNext } from '#app/use-cases/take-next.ts'

/** A page asked for by hand has nothing to show but the queue. */
export const loader = () => redirect('/desk')

export async function action({ request, context }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const ref = await takeNext(portal.env, await requireClerk(portal, request))
  if (ref) return redirect(`/desk/cases/${ref}`, 303)
  return redirect('/desk', { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, 'desk:notice.nothing_to_take') } })
}
