import { type Cookie, createCookie } from '@remix-run/node'

import type { Portal } from '#app/portal.server.ts'
import { isSecure } from '#app/sign-in/sign-in.ts'

/** Secrets that a browser holds for the portal: its session, a sign-in under way, a form that waits for one. */
export type SecretCookie = 'session' | 'sign_in' | 'kept_form'

/** Seconds; null: until the browser is closed, since many use the machines of a service hall. */
const AGE = { session: null, sign_in: 600, kept_form: 3600 } satisfies Record<SecretCookie, number | null>

/** `__Host-` binds a cookie to this very host and to HTTPS; without HTTPS, in the demonstration, browsers would refuse the name. */
export function cookieName(portal: Pick<Portal, 'signIn'>, which: SecretCookie): string {
  if (!isSecure(portal.signIn)) return `onetrip_${which}`
  return which === 'session' ? '__Host-onetrip' : `__Host-onetrip_${which}`
}

function cookieOf(portal: Portal, which: SecretCookie): Cookie {
  const age = AGE[which]
  return createCookie(cookieName(portal, which), { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(portal.signIn), ...(age === null ? {} : { maxAge: age }) })
}

/** Null when there is none, or it is no secret of ours by its looks. */
export async function readCookie(portal: Portal, request: Request, which: SecretCookie): Promise<string | null> {
  const value: unknown = await cookieOf(portal, which).parse(request.headers.get('Cookie'))
  return typeof value === 'string' && /^[\w-]{43}$/.test(value) ? value : null
}

export const giveCookie = (portal: Portal, which: SecretCookie, secret: string): Promise<string> => cookieOf(portal, which).serialize(secret)

export const dropCookie = (portal: Portal, which: SecretCookie): Promise<string> => cookieOf(portal, which).serialize('', { maxAge: 0, expires: new Date(0) })
