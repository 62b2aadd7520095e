import { createCookie } from '@remix-run/node'

import type { Portal } from '#app/portal.server.ts'
import { hashOf } from '#app/sign-in/secret.ts'
import { isSecure } from '#app/sign-in/sign-in.ts'

import { readCookie } from './secret-cookie.server.ts'

/** Read on the next page, or never. */
const AGE_SECONDS = 300

const nameOf = (portal: Portal): string => (isSecure(portal.signIn) ? '__Host-onetrip_notice' : 'onetrip_notice')

/** In the browser, signed, and not in the store: a word that is shown once needs no write to disk. */
const cookieOf = (portal: Portal) =>
  createCookie(nameOf(portal), {
    ...{ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(portal.signIn), maxAge: AGE_SECONDS },
    secrets: [portal.sessionSecret],
  })

/** Whoever is told: who signs in next in the same browser must not read it. */
async function toWhom(portal: Portal, request: Request): Promise<string> {
  const secret = await readCookie(portal, request, 'session')
  return secret === null ? '' : hashOf('notice', secret)
}

/** Set-Cookie for a notice on the next page, whichever that is: a key of the locales with its namespace. */
export async function withNotice(portal: Portal, request: Request, notice: string): Promise<string> {
  return cookieOf(portal).serialize({ notice, to: await toWhom(portal, request) })
}

/** The notice of this page, and the Set-Cookie that says it was shown. */
export async function takeNotice(portal: Portal, request: Request): Promise<{ notice: string | null; headers: HeadersInit }> {
  const cookies = request.headers.get('Cookie')
  // most pages have none, and to look for one takes Remix a while
  const told: unknown = cookies?.includes(nameOf(portal)) ? await cookieOf(portal).parse(cookies) : null
  if (!isNotice(told)) return { notice: null, headers: {} }
  const headers = { 'Set-Cookie': await cookieOf(portal).serialize('', { maxAge: 0, expires: new Date(0) }) }
  return { notice: told.to === (await toWhom(portal, request)) ? told.notice : null, headers }
}

const isNotice = (told: unknown): told is { notice: string; to: string } =>
  typeof told === 'object' && told !== null && 'notice' in told && typeof told.notice === 'string' && 'to' in told && typeof told.to === 'string'
