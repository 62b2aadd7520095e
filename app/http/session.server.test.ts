import pino from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'

import { loadLocales } from '#app/i18n/load-locales.server.ts'
import type { Portal } from '#app/portal.server.ts'
import { openTestEnvironment } from '#tests/factories/environment.ts'

import { actorOf, personOf, requireCitizen, requireClerk, requireManager } from './actor.server.ts'
import { readSession, signedIn, signedOut, takeNotice, withNotice } from './session.server.ts'

const i18n = loadLocales('locales')
let portal: Portal

const makePortal = async (sessionSecret: string): Promise<Portal> => ({ env: await openTestEnvironment(), i18n, demo: true, sessionSecret, registerTokens: {}, log: pino({ level: 'silent' }) })

beforeEach(async () => {
  portal = await makePortal('the secret of this portal')
})

/** The next visit of a browser that was given this cookie. */
const next = (setCookie: string, url = 'http://localhost/cases?page=2'): Request => new Request(url, { headers: { Cookie: setCookie.split(';')[0] ?? '' } })
const setCookieOf = (headers: HeadersInit): string | null => new Headers(headers).get('Set-Cookie')

/** What a thing throws, as a response. */
async function thrown(promise: Promise<unknown>): Promise<Response> {
  const answer = await promise.then(() => null, (error: unknown) => error)
  if (answer instanceof Response) return answer
  throw new Error('nothing was thrown')
}

describe('signing in', () => {
  test('is remembered by the cookie', async () => {
    const visit = next(await signedIn(portal, 'citizen-0001'))
    expect((await personOf(portal, visit))?.id).toBe('citizen-0001')
    expect(await actorOf(portal, visit)).toMatchObject({ kind: 'citizen', id: 'citizen-0001' })
  })

  test('gives a cookie that scripts and other sites do not get', async () => {
    const cookie = await signedIn(portal, 'citizen-0001')
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/)
    expect(cookie).toMatch(/; Path=\//)
    expect(cookie).toMatch(/; Max-Age=43200/)
  })

  test('keeps nothing of who used the browser before', async () => {
    const before = await withNotice(portal, next(await signedIn(portal, 'citizen-0001')), 'cases:notice.paid')
    const after = next(await signedIn(portal, 'citizen-0000'))
    expect((await readSession(portal, next(before))).has('notice')).toBe(true)
    expect((await readSession(portal, after)).data).toEqual({ personId: 'citizen-0000' })
  })
})

describe('nobody is signed in by', () => {
  test('no cookie', async () => expect(await actorOf(portal, new Request('http://localhost/'))).toBeNull())

  test('a cookie of which a letter was changed, anywhere', async () => {
    const pair = (await signedIn(portal, 'citizen-0001')).split(';')[0] ?? ''
    const start = pair.indexOf('=') + 1
    // The last letter of base64 may carry bits that nobody reads.
    for (let i = start; i < pair.length - 5; i += 3) {
      const changed = pair.slice(0, i) + (pair[i] === 'A' ? 'B' : 'A') + pair.slice(i + 1)
      expect(await actorOf(portal, next(changed)), changed).toBeNull()
    }
  })

  test('a cookie whose content was exchanged under its signature', async () => {
    const [mine = '', signature = ''] = ((await signedIn(portal, 'citizen-0001')).split(';')[0] ?? '').split('.')
    const forged = Buffer.from(JSON.stringify({ personId: 'staff-manager' })).toString('base64')
    expect(await actorOf(portal, next(`${mine.split('=')[0]}=${encodeURIComponent(forged)}.${signature}`))).toBeNull()
    expect(await actorOf(portal, next(`${mine.split('=')[0]}=${encodeURIComponent(forged)}`))).toBeNull()
  })

  test('a cookie of a portal with another secret', async () => {
    expect(await actorOf(portal, next(await signedIn(await makePortal('another secret'), 'citizen-0001')))).toBeNull()
  })

  test('the name of nobody', async () => expect(await actorOf(portal, next(await signedIn(portal, 'citizen-9999')))).toBeNull())

  test('nonsense in the cookie’s place', async () => {
    for (const value of ['', '%', 'x', 'x.y', '=', '"', '%E0%A4%A', 'e30=.']) expect(await actorOf(portal, next(`onetrip_session=${value}`)), value).toBeNull()
  })
})

describe('signing out', () => {
  test('leaves nobody signed in, and takes the cookie away', async () => {
    const cookie = await signedOut(portal, next(await signedIn(portal, 'citizen-0001')))
    expect(cookie).toMatch(/Expires=Thu, 01 Jan 1970/)
    expect(await actorOf(portal, next(cookie))).toBeNull()
  })
})

describe('a notice', () => {
  test('is shown on the next page and on no other', async () => {
    const told = await withNotice(portal, next(await signedIn(portal, 'citizen-0001')), 'cases:notice.paid')
    const first = await takeNotice(portal, next(told))
    expect(first.notice).toBe('cases:notice.paid')
    const second = await takeNotice(portal, next(setCookieOf(first.headers) ?? ''))
    expect(second).toEqual({ notice: null, headers: {} })
  })

  test('leaves the person signed in', async () => {
    const told = await withNotice(portal, next(await signedIn(portal, 'citizen-0001')), 'cases:notice.paid')
    const { headers } = await takeNotice(portal, next(told))
    expect((await actorOf(portal, next(setCookieOf(headers) ?? '')))?.id).toBe('citizen-0001')
  })

  test('reaches who is not signed in too', async () => {
    expect((await takeNotice(portal, next(await withNotice(portal, new Request('http://localhost/'), 'x')))).notice).toBe('x')
  })
})

describe('a page that is not for everybody', () => {
  test('sends who is not signed in to do so, and back', async () => {
    const answer = await thrown(requireCitizen(portal, new Request('http://localhost/cases?page=2')))
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/sign-in?returnTo=%2Fcases%3Fpage%3D2'])
  })

  test('answers as if it were not there to the wrong kind of person', async () => {
    const [driver, clerk, manager] = await Promise.all(['citizen-0001', 'staff-clerk', 'staff-manager'].map(async (id) => signedIn(portal, id)))
    for (const [page, cookie] of [[requireCitizen, clerk], [requireCitizen, manager], [requireClerk, driver], [requireClerk, manager], [requireManager, driver], [requireManager, clerk]] as const) {
      expect((await thrown(page(portal, next(cookie ?? '')))).status).toBe(404)
    }
    expect((await requireCitizen(portal, next(driver ?? ''))).id).toBe('citizen-0001')
    expect((await requireClerk(portal, next(clerk ?? ''))).id).toBe('staff-clerk')
    expect((await requireManager(portal, next(manager ?? ''))).id).toBe('staff-manager')
  })
})
