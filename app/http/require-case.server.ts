import type { Actor } from '#app/kernel/case/actor.ts'
import type { Portal } from '#app/portal.server.ts'
import { type FollowedCase, followCase } from '#app/use-cases/follow-case.ts'

import { requireCitizen } from './actor.server.ts'
import { notFound } from './not-found.ts'
import { requireAssurance } from './require-assurance.server.ts'

/** Pages about a person are kept by nobody on the way. */
export const PRIVATE = { 'Cache-Control': 'no-store' }

/** The case of an address, for its own applicant. */
export async function requireCase(portal: Portal, request: Request, ref: string | undefined): Promise<{ actor: Actor & { kind: 'citizen' }; followed: FollowedCase }> {
  const actor = await requireCitizen(portal, request)
  const followed = await followCase(portal.env, actor, ref ?? '')
  if (!followed) throw notFound()
  await requireAssurance(portal, request, followed.definition)
  return { actor, followed }
}
