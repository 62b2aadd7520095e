import { redirect } from '@remix-run/node'

import type { Actor } from '#app/kernel/case/actor.ts'
import { reaches } from '#app/kernel/assurance.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { Portal } from '#app/portal.server.ts'
import { definitionOfCase } from '#app/use-cases/definition-of-case.ts'

import { requireCitizen } from './actor.server.ts'
import { readSession } from './session.server.ts'

/** Whoever is signed in with less than a service demands is told so, and can sign in with more and come back to the same page. */
export async function requireAssurance(portal: Portal, request: Request, { service, assurance }: Pick<Definition, 'service' | 'assurance'>): Promise<void> {
  const signedIn = await readSession(portal, request)
  if (signedIn && reaches(signedIn.session.assurance, assurance)) return
  const { pathname, search } = new URL(request.url)
  const back = request.method === 'GET' ? pathname + search : pathname
  throw redirect(`/sign-in/more?service=${service}&returnTo=${encodeURIComponent(back)}`, 303)
}

/** A citizen who is signed in with all that a case of theirs demands. Of a case that is not theirs nothing is said here. */
export async function requireCitizenOf(portal: Portal, request: Request, ref: string | undefined): Promise<Actor & { kind: 'citizen' }> {
  const actor = await requireCitizen(portal, request)
  const definition = await definitionOfCase(portal.env, actor, ref ?? '')
  if (definition) await requireAssurance(portal, request, definition)
  return actor
}
