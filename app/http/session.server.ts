import { askedOnce, type Portal } from '#app/portal.server.ts'
import { beginSession, type Vouched } from '#app/sign-in/session/begin-session.ts'
import { currentSession, type SignedIn } from '#app/sign-in/session/current-session.ts'
import { raiseSession } from '#app/sign-in/session/raise-session.ts'
import { hashOf } from '#app/sign-in/secret.ts'
import { noteUse } from '#app/use-cases/security/note-use.ts'
import type { StoredPerson } from '#db/store.ts'

import { dropCookie, giveCookie, readCookie } from './secret-cookie.server.ts'

export { takeNotice, withNotice } from './notice.server.ts'

/** The secret that a request brings, whatever has become of its session. */
export const sessionSecretOf = (portal: Portal, request: Request): Promise<string | null> => askedOnce(portal, 'session cookie', () => readCookie(portal, request, 'session'))

/** Who is signed in, as the store knows them now; null also for a session that is over. */
export async function readSession(portal: Portal, request: Request): Promise<SignedIn | null> {
  const secret = await sessionSecretOf(portal, request)
  return secret === null ? null : askedOnce(portal, `session ${secret}`, () => currentSession(portal.env, portal.signIn.limits, secret))
}

/** The Set-Cookie that signs a person in, with nothing of an earlier session kept. @param address of the network, for the security log */
export async function signedIn(portal: Portal, request: Request, person: StoredPerson, vouched: Vouched, address: string): Promise<string> {
  const before = await sessionSecretOf(portal, request)
  await noteUse(portal.env, { kind: 'sign_in', person: person.id, address, route: `routes/sign-in.${vouched.provider}` })
  return giveCookie(portal, 'session', await beginSession(portal.env, portal.signIn.limits, person, vouched, before))
}

/** The Set-Cookie of a session to which the second factor was given; null when it ended meanwhile. */
export async function withSecondFactor(portal: Portal, signedIn: SignedIn): Promise<string | null> {
  const secret = await raiseSession(portal.env, signedIn)
  return secret === null ? null : giveCookie(portal, 'session', secret)
}

/** Ends the session at once, on the server too. @returns the Set-Cookie that takes the cookie away */
export async function signedOut(portal: Portal, request: Request): Promise<string> {
  const secret = await sessionSecretOf(portal, request)
  if (secret !== null) await portal.env.store.sessions.revoke(hashOf(secret), portal.env.now())
  return dropCookie(portal, 'session')
}
