import { redirect } from '@remix-run/node'

import type { Actor } from '#app/kernel/case/actor.ts'
import type { Portal } from '#app/portal.server.ts'
import { openCorrection, type OpenCorrection } from '#app/use-cases/open-correction.ts'

import { requireCitizen } from './actor.server.ts'
import { notFound } from './not-found.ts'
import { requireAssurance } from './require-assurance.server.ts'

/** The return an address is about, for its own applicant; one that is answered leads back to the case. */
export async function requireCorrection(portal: Portal, request: Request, ref: string | undefined): Promise<{ actor: Actor & { kind: 'citizen' }; open: OpenCorrection }> {
  const actor = await requireCitizen(portal, request)
  const open = await openCorrection(portal.env, actor, ref ?? '')
  if (open === null) throw notFound()
  if (open === 'not_open') throw redirect(`/cases/${ref}`, 303)
  await requireAssurance(portal, request, open.definition)
  return { actor, open }
}
