import { type LoaderFunctionArgs, redirect } from '@remix-run/node'

import { requireClerk } from '#app/http/actor.server.ts'
import { withNotice } from '#app/http/session.server.ts'
import { addressOf, portalOf } from '#app/portal.server.ts'
import { lookUpCase } from '#app/use-cases/security/look-up-case.ts'

const LONGEST = 60

/** Opens a case by its number; one that is not there, or not this clerk's to see, leads back to the queue, which says so. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireClerk(portal, request)
  const ref = (new URL(request.url).searchParams.get('ref') ?? '').normalize('NFKC').trim().toUpperCase().slice(0, LONGEST)
  if (await lookUpCase(portal.env, actor, ref, addressOf(context))) return redirect(`/desk/cases/${ref}`, 303)
  return redirect('/desk', { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, 'desk:notice.no_such_case') } })
}
