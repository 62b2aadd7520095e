import { json, type LoaderFunctionArgs, redirect } from '@remix-run/node'

import { requireClerk } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { openCaseAtDesk } from '#app/use-cases/open-case-at-desk.ts'

import { type ActBeside, besideView } from './beside-view.ts'

/** Loads the page of an act beside the flow; back to the case where it is not this clerk's to do. */
export async function loadBeside({ request, params, context }: LoaderFunctionArgs, type: ActBeside) {
  const portal = portalOf(context)
  const actor = await requireClerk(portal, request)
  const found = await openCaseAtDesk(portal.env, actor, params.ref ?? '')
  if (!found) throw notFound()
  const { t } = await textsFor(portal, request)
  const view = besideView(t, found, actor, type)
  if (!view) throw redirect(`/desk/cases/${params.ref}`, 303)
  return json({ title: pageTitle(t, view.title), view }, { headers: PRIVATE })
}
