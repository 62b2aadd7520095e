import { createCookieSessionStorage, type SessionStorage } from '@remix-run/node'

import type { Portal } from '#app/portal.server.ts'

/** Who is signed in, and a word to tell them on the next page. */
type Data = { personId: string }
type Flash = { notice: string }

const HOURS_12 = 12 * 60 * 60

const storages = new WeakMap<Portal, SessionStorage<Data, Flash>>()

function storageOf(portal: Portal): SessionStorage<Data, Flash> {
  const known = storages.get(portal)
  if (known) return known
  const storage = createCookieSessionStorage<Data, Flash>({
    cookie: { name: 'onetrip_session', httpOnly: true, sameSite: 'lax', path: '/', maxAge: HOURS_12, secrets: [portal.sessionSecret] },
  })
  storages.set(portal, storage)
  return storage
}

export const readSession = (portal: Portal, request: Request) => storageOf(portal).getSession(request.headers.get('Cookie'))

/** The Set-Cookie that signs a person in, with nothing of an earlier session kept. */
export async function signedIn(portal: Portal, personId: string): Promise<string> {
  const session = await storageOf(portal).getSession()
  session.set('personId', personId)
  return storageOf(portal).commitSession(session)
}

export async function signedOut(portal: Portal, request: Request): Promise<string> {
  return storageOf(portal).destroySession(await readSession(portal, request))
}

/** Set-Cookie for a notice on the next page (a key of the locales). */
export async function withNotice(portal: Portal, request: Request, notice: string): Promise<string> {
  const session = await readSession(portal, request)
  session.flash('notice', notice)
  return storageOf(portal).commitSession(session)
}

/** The notice of this page, and the Set-Cookie that says it was shown. */
export async function takeNotice(portal: Portal, request: Request): Promise<{ notice: string | null; headers: HeadersInit }> {
  const session = await readSession(portal, request)
  const notice = session.get('notice') ?? null
  return notice ? { notice, headers: { 'Set-Cookie': await storageOf(portal).commitSession(session) } } : { notice: null, headers: {} }
}
