import type { Actor } from '#app/kernel/case/actor.ts'
import { may } from '#app/kernel/permission.ts'
import type { Portal } from '#app/portal.server.ts'

import { requireActor } from './actor.server.ts'
import { notFound } from './not-found.ts'

/** Whoever looks after how data is used. */
export async function requireOfficer(portal: Portal, request: Request): Promise<Actor> {
  const actor = await requireActor(portal, request)
  if (!may(actor, 'see_alerts', null, 'security')) throw notFound()
  return actor
}
