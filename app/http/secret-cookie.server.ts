import { type Cookie, createCookie } from '@remix-run/node'

import type { Portal } from '#app/portal.server.ts'
import { isSecure } from '#app/sign-in/sign-in.ts'

/** Secrets that a browser holds for the portal: its session, a sign-in under way, a form that waits for one. */
export type SecretCookie = 'session' | 'sign_in' | 'kept_form'

/** Seconds; null: until the browser is closed, since many use the machines of a service hall. */
const AGE = { session: null, sign_in: 600, kept_form: 3600 } satisfies Record<SecretCookie, number | null>

/** `__Host-` binds a cookie to this very host and to HTTPS; without HTTPS, in the demonstration, browsers would refuse the name. */
function nameOf(which: SecretCookie, secure: boolean): string {
  if (!secure) return `onetrip_${which}`
  return which === 'session' ? '__Host-onetrip' : `__Host-onetrip_${which}`
}

/** How a cookie is written, and where its value stands in a header: the first of its name counts. */
type Kept = { cookie: Cookie; first: RegExp }

function kept(which: SecretCookie, secure: boolean): Kept {
  const [name, age] = [nameOf(which, secure), AGE[which]]
  return {
    cookie: createCookie(name, { httpOnly: true, sameSite: 'lax', path: '/', secure, ...(age === null ? {} : { maxAge: age }) }),
    first: new RegExp(`(?:^|;)[ \\t]*${name}[ \\t]*=[ \\t]*([^;]*)`),
  }
}

const allKept = (secure: boolean): Readonly<Record<SecretCookie, Kept>> => ({ session: kept('session', secure), sign_in: kept('sign_in', secure), kept_form: kept('kept_form', secure) })
/** Made once: to make one takes longer than to read it. */
const [PLAIN, HOST] = [allKept(false), allKept(true)]

const keptOf = ({ signIn }: Portal, which: SecretCookie): Kept => (isSecure(signIn) ? HOST : PLAIN)[which]

/** JSON of a secret, 45 bytes, is 60 letters of base64, none of which a header would spell in another way. */
const WRITTEN = /^[A-Za-z0-9]{60}[ \t]*$/
const SECRET = /^"([\w-]{43})"$/

/** Null when there is none, or it is no secret of ours by its looks. Every request asks: Remix would read all cookies, and unescape this one letter by letter. */
export async function readCookie(portal: Portal, request: Request, which: SecretCookie): Promise<string | null> {
  const [, written = ''] = keptOf(portal, which).first.exec(request.headers.get('Cookie') ?? '') ?? []
  return (WRITTEN.test(written) && SECRET.exec(Buffer.from(written, 'base64').toString('latin1'))?.[1]) || null
}

export const giveCookie = (portal: Portal, which: SecretCookie, secret: string): Promise<string> => keptOf(portal, which).cookie.serialize(secret)

export const dropCookie = (portal: Portal, which: SecretCookie): Promise<string> => keptOf(portal, which).cookie.serialize('', { maxAge: 0, expires: new Date(0) })
