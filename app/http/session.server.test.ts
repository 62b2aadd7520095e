import pino from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'

import { localDate } from '#app/kernel/clock/calendar.ts'
import { loadLocales } from '#app/i18n/load-locales.server.ts'
import { noBudgets } from '#app/limits/budgets.ts'
import type { Portal } from '#app/portal.server.ts'
import { openTestEnvironment } from '#tests/factories/environment.ts'
import { buildMandate } from '#tests/factories/mandate.ts'
import { buildSignIn } from '#tests/factories/sign-in.ts'

import { actorOf, personOf, requireCitizen, requireClerk, requireManager } from './actor.server.ts'
import { readSession, signedIn, signedOut, takeNotice, withNotice } from './session.server.ts'

const i18n = loadLocales('locales')
let portal: Portal

const makePortal = async (sessionSecret: string): Promise<Portal> => ({ env: await openTestEnvironment(), i18n, demo: true, signIn: buildSignIn(), sessionSecret, registerTokens: {}, budgets: noBudgets, proxies: [], log: pino({ level: 'silent' }) })

beforeEach(async () => {
  portal = await makePortal('the secret of this portal')
})

/** Signs somebody of Qinghe in with all it takes. @returns the Set-Cookie */
async function signIn(id: string, on = portal, request = new Request('http://localhost/')): Promise<string> {
  const person = await on.env.store.people.find(id)
  if (!person) throw new Error(`nobody is called ${id}`)
  return signedIn(on, request, person, { provider: 'demo', assurance: 'high', secondFactor: true }, '127.0.0.1')
}

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
    const visit = next(await signIn('citizen-0001'))
    expect((await personOf(portal, visit))?.id).toBe('citizen-0001')
    expect(await actorOf(portal, visit)).toMatchObject({ kind: 'citizen', id: 'citizen-0001' })
  })

  test('gives a cookie that scripts and other sites do not get, until the browser is closed', async () => {
    expect(await signIn('citizen-0001')).toMatch(/^onetrip_session=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('ends the session of who used the browser before', async () => {
    const before = await signIn('citizen-0001')
    const after = await signIn('citizen-0000', portal, next(before))
    expect(await readSession(portal, next(before))).toBeNull()
    expect((await readSession(portal, next(after)))?.person.id).toBe('citizen-0000')
  })

  test('of staff with one factor lets them into nothing', async () => {
    const clerk = (await portal.env.store.people.find('staff-clerk'))!
    const visit = next(await signedIn(portal, new Request('http://localhost/'), clerk, { provider: 'office', assurance: 'high', secondFactor: false }, '127.0.0.1'))
    expect([await personOf(portal, visit), await actorOf(portal, visit)]).toEqual([null, null])
    expect((await thrown(requireClerk(portal, visit))).headers.get('Location')).toBe('/second-factor?returnTo=%2Fcases%3Fpage%3D2')
  })
})

test('who acts for others has the mandates in force today, and none from the request after it is taken back', async () => {
  const today = localDate(portal.env.catalogue.calendar, portal.env.now())
  const kept = [buildMandate({ id: 'today', since: today, until: today }), buildMandate({ id: 'over', until: '2020-01-01' }), buildMandate({ id: 'later', since: '2999-01-01', until: '2999-12-31' }), buildMandate({ id: 'other' })]
  for (const one of kept) await portal.env.store.mandates.put({ ...one, person: one.id === 'other' ? 'citizen-0005' : 'citizen-0004' })
  const visit = next(await signIn('citizen-0004'))
  expect(await actorOf(portal, visit)).toMatchObject({ mandates: [{ id: 'today', subject: 'child' }] })
  await portal.env.store.mandates.revoke('today', portal.env.now())
  expect(await actorOf(portal, visit)).toMatchObject({ id: 'citizen-0004', mandates: [] })
})

describe('nobody is signed in by', () => {
  test('no cookie', async () => expect(await actorOf(portal, new Request('http://localhost/'))).toBeNull())

  test('a cookie of which a letter was changed, anywhere', async () => {
    const pair = (await signIn('citizen-0001')).split(';')[0] ?? ''
    const start = pair.indexOf('=') + 1
    // The last letters of base64 may carry bits that nobody reads.
    for (let i = start; i < pair.length - 8; i += 3) {
      const changed = pair.slice(0, i) + (pair[i] === 'A' ? 'B' : 'A') + pair.slice(i + 1)
      expect(await actorOf(portal, next(changed)), changed).toBeNull()
    }
  })

  test('the hash that the store knows a session by', async () => {
    const session = await readSession(portal, next(await signIn('citizen-0001')))
    const cookie = encodeURIComponent(btoa(JSON.stringify(session?.session.idHash)))
    expect(await actorOf(portal, next(`onetrip_session=${cookie}`))).toBeNull()
  })

  test('a cookie of another portal', async () => {
    expect(await actorOf(portal, next(await signIn('citizen-0001', await makePortal('another secret'))))).toBeNull()
  })

  test('nonsense in the cookie’s place', async () => {
    for (const value of ['', '%', 'x', 'x.y', '=', '"', '%E0%A4%A', 'e30=.', 'e30%3D', 'W10%3D']) expect(await actorOf(portal, next(`onetrip_session=${value}`)), value).toBeNull()
  })
})

describe('signing out', () => {
  test('leaves nobody signed in, and takes the cookie away', async () => {
    const given = await signIn('citizen-0001')
    const cookie = await signedOut(portal, next(given))
    expect(cookie).toMatch(/Expires=Thu, 01 Jan 1970/)
    expect([await actorOf(portal, next(cookie)), await actorOf(portal, next(given))]).toEqual([null, null])
  })
})

describe('a notice', () => {
  /** The next visit of a browser that was given these cookies. */
  const both = (...cookies: string[]): Request => new Request('http://localhost/', { headers: { Cookie: cookies.map((one) => one.split(';')[0]).join('; ') } })

  test('is shown on the next page and on no other', async () => {
    const session = await signIn('citizen-0001')
    const told = await withNotice(portal, next(session), 'cases:notice.paid')
    const first = await takeNotice(portal, both(session, told))
    expect(first.notice).toBe('cases:notice.paid')
    const second = await takeNotice(portal, both(session, setCookieOf(first.headers) ?? ''))
    expect(second).toEqual({ notice: null, headers: {} })
  })

  test('is for whom it was said to alone', async () => {
    const told = await withNotice(portal, next(await signIn('citizen-0001')), 'cases:notice.paid')
    expect((await takeNotice(portal, both(await signIn('citizen-0000'), told))).notice).toBeNull()
    expect((await takeNotice(portal, both(told))).notice).toBeNull()
  })

  test('is nothing that somebody else can write', async () => {
    const forged = `onetrip_notice=${encodeURIComponent(btoa(JSON.stringify({ notice: 'x', to: '' })))}`
    expect((await takeNotice(portal, both(forged))).notice).toBeNull()
    expect((await takeNotice(portal, both(await withNotice(await makePortal('another secret'), both(''), 'x')))).notice).toBeNull()
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
    const [driver, clerk, manager] = await Promise.all(['citizen-0001', 'staff-clerk', 'staff-manager'].map((id) => signIn(id)))
    for (const [page, cookie] of [[requireCitizen, clerk], [requireCitizen, manager], [requireClerk, driver], [requireClerk, manager], [requireManager, driver], [requireManager, clerk]] as const) {
      expect((await thrown(page(portal, next(cookie ?? '')))).status).toBe(404)
    }
    expect((await requireCitizen(portal, next(driver ?? ''))).id).toBe('citizen-0001')
    expect((await requireClerk(portal, next(clerk ?? ''))).id).toBe('staff-clerk')
    expect((await requireManager(portal, next(manager ?? ''))).id).toBe('staff-manager')
  })
})
