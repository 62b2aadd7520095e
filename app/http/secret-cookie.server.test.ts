import { describe, expect, it } from 'vitest'

import type { Portal } from '#app/portal.server.ts'
import { buildSignIn } from '#tests/factories/sign-in.ts'

import { dropCookie, giveCookie, readCookie } from './secret-cookie.server.ts'

// only how people sign in tells what a cookie is called
const portalAt = (publicUrl: string | null) => ({ signIn: buildSignIn({ publicUrl }) }) as Portal
const [plain, secure] = [portalAt(null), portalAt('https://portal.example')]

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const SECRET = 'Secret-of_43-letters-0123456789-abcdefghijk'
const WRITTEN = btoa(JSON.stringify(SECRET))

const read = (header: string, portal = plain) => readCookie(portal, new Request('http://localhost/', { headers: { Cookie: header } }), 'session')
const pairOf = (setCookie: string): string => setCookie.split(';')[0] ?? ''

describe('a secret in a cookie', () => {
  it('is written as base64 of its JSON, under a name that HTTPS binds to the host', async () => {
    expect(await giveCookie(plain, 'session', SECRET)).toBe(`onetrip_session=${WRITTEN}; Path=/; HttpOnly; SameSite=Lax`)
    expect(await giveCookie(secure, 'session', SECRET)).toBe(`__Host-onetrip=${WRITTEN}; Path=/; HttpOnly; Secure; SameSite=Lax`)
    expect(await giveCookie(secure, 'sign_in', SECRET)).toBe(`__Host-onetrip_sign_in=${WRITTEN}; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=Lax`)
    expect(await giveCookie(plain, 'kept_form', SECRET)).toBe(`onetrip_kept_form=${WRITTEN}; Max-Age=3600; Path=/; HttpOnly; SameSite=Lax`)
    expect(await dropCookie(plain, 'session')).toBe('onetrip_session=; Max-Age=0; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax')
  })

  it('is read as it was given, whatever its letters', async () => {
    for (const one of LETTERS) {
      for (const other of LETTERS) {
        const secret = (one + other).repeat(22).slice(1)
        expect(await read(pairOf(await giveCookie(plain, 'session', secret)))).toBe(secret)
      }
    }
  })

  it('is found among other cookies, the first of its name alone', async () => {
    const other = btoa(JSON.stringify(SECRET.replace('S', 's')))
    for (const header of [`a=b; onetrip_session=${WRITTEN}`, `a=b;onetrip_session = ${WRITTEN} ;c=d`, `onetrip_session=${WRITTEN}; onetrip_session=${other}`, `x_onetrip_session=${other}; onetrip_session_x=${other}; onetrip_session=${WRITTEN}`]) {
      expect(await read(header), header).toBe(SECRET)
    }
    expect(await read(`onetrip_session=x; onetrip_session=${WRITTEN}`)).toBeNull()
    expect(await readCookie(plain, new Request('http://localhost/', { headers: { Cookie: `onetrip_session=${WRITTEN}` } }), 'kept_form')).toBeNull()
  })

  it('is not taken from the other kind of portal', async () => {
    expect([await read(`__Host-onetrip=${WRITTEN}`, secure), await read(`onetrip_session=${WRITTEN}`, secure), await read(`__Host-onetrip=${WRITTEN}`)]).toEqual([SECRET, null, null])
  })

  it('is no secret of ours with a letter too many or too few, or one that none has', async () => {
    for (const value of [SECRET.slice(1), `${SECRET}x`, `${SECRET.slice(1)}.`, `${SECRET.slice(1)}~`, '', 43, { [SECRET]: SECRET }]) expect(await read(`onetrip_session=${btoa(JSON.stringify(value))}`), JSON.stringify(value)).toBeNull()
    for (const header of ['', `onetrip_session=${WRITTEN.slice(1)}`, `onetrip_session=${WRITTEN}=`, `a=onetrip_session=${WRITTEN}`, `onetrip_session=${btoa(`x${SECRET}x`)}`]) expect(await read(header), header).toBeNull()
  })
})
