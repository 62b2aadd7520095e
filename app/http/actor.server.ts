import { redirect } from '@remix-run/node'

import type { Actor, Mandated } from '#app/kernel/case/actor.ts'
import { may } from '#app/kernel/permission.ts'
import type { Portal } from '#app/portal.server.ts'
import { mandatesInForce } from '#app/use-cases/mandates/mandates-in-force.ts'
import { isComplete, type SignedIn } from '#app/sign-in/session/current-session.ts'
import type { StoredPerson } from '#db/store.ts'

import { notFound } from './not-found.ts'
import { readSession } from './session.server.ts'
import { keepTyped } from './typed-form.server.ts'

/** Who is signed in with all that it takes: staff only once they have given a second factor. */
async function completeOf(portal: Portal, request: Request): Promise<SignedIn | null> {
  const signedIn = await readSession(portal, request)
  return signedIn && isComplete(signedIn) ? signedIn : null
}

/** The person signed in, as the store knows them now; staff only once they have given a second factor. */
export const personOf = async (portal: Portal, request: Request): Promise<StoredPerson | null> => (await completeOf(portal, request))?.person ?? null

/** @param mandates those in force now, of a citizen */
export function actorFrom(person: StoredPerson, mandates: readonly Mandated[] = []): Actor {
  const { id, name } = person
  if (person.kind === 'staff') return { kind: 'staff', id, name, desks: person.desks }
  return { kind: 'citizen', id, name, companies: person.companies.map((company) => company.code), mandates }
}

export async function actorOf(portal: Portal, request: Request): Promise<Actor | null> {
  const signedIn = await completeOf(portal, request)
  return signedIn && actorFrom(signedIn.person, mandatesInForce(portal.env, signedIn.mandates))
}

/** Whoever is not signed in, or not with all that it takes, is sent to do so, and comes back to the same page with what they had typed. */
export async function requireActor(portal: Portal, request: Request): Promise<Actor> {
  const actor = await actorOf(portal, request)
  if (actor) return actor
  const { pathname, search } = new URL(request.url)
  const isHalf = (await readSession(portal, request)) !== null
  const kept = isHalf ? null : await keepTyped(portal, request)
  const back = request.method === 'GET' || kept ? pathname + search : pathname
  throw redirect(`${isHalf ? '/second-factor' : '/sign-in'}?returnTo=${encodeURIComponent(back)}`, { headers: kept ? { 'Set-Cookie': kept } : {} })
}

export async function requireCitizen(portal: Portal, request: Request): Promise<Actor & { kind: 'citizen' }> {
  const actor = await requireActor(portal, request)
  if (actor.kind !== 'citizen') throw notFound()
  return actor
}

export async function requireClerk(portal: Portal, request: Request): Promise<Actor & { kind: 'staff' }> {
  const actor = await requireActor(portal, request)
  if (actor.kind !== 'staff' || !may(actor, 'work_at_desk', null, 'case_work')) throw notFound()
  return actor
}

export async function requireManager(portal: Portal, request: Request): Promise<Actor> {
  const actor = await requireActor(portal, request)
  if (!may(actor, 'see_board', null, 'supervision')) throw notFound()
  return actor
}
