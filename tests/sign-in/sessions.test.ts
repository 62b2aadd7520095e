import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import type { Browser } from './browser.ts'
import { leadsTo, startTown, textOf, type Town } from './town.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let town: Town
let browser: Browser

beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.stop())
beforeEach(() => {
  browser = town.browser()
  town.city.says = { account: 'li' }
  town.office.says = { account: 'staff-clerk', amr: ['hwk'] }
})

const secretOf = (one: Browser): string => one.cookies.get('onetrip_session') ?? ''
const isSignedIn = async (one: Browser): Promise<boolean> => (await one.get('/my-sessions')).status === 200
const later = (ms: number): void => void (town.portal.clock.now += ms)

describe('a session', () => {
  test('is not one that somebody else has prepared (fixation)', async () => {
    browser.cookies.set('onetrip_session', 'ImF0dGFja2VyIg%3D%3D')
    await browser.signIn('city')
    const thief = town.browser()
    thief.cookies.set('onetrip_session', 'ImF0dGFja2VyIg%3D%3D')
    expect([await isSignedIn(browser), await isSignedIn(thief)]).toEqual([true, false])
  })

  test('of before is dead at once when somebody signs in again', async () => {
    await browser.signIn('city')
    const before = browser.copy()
    await browser.signIn('city')
    expect(secretOf(browser)).not.toBe(secretOf(before))
    expect([await isSignedIn(browser), await isSignedIn(before)]).toEqual([true, false])
  })

  test('is over once signed out, also for who kept its cookie', async () => {
    await browser.signIn('city')
    const thief = browser.copy()
    await browser.post('/sign-out', {})
    expect(await isSignedIn(thief)).toBe(false)
    expect(leadsTo(await thief.get('/cases'))).toBe('/sign-in?returnTo=%2Fcases')
  })

  test('is in the store as a hash alone', async () => {
    await browser.signIn('city')
    const secret = JSON.parse(atob(decodeURIComponent(secretOf(browser)))) as string
    const [session] = await town.portal.env.store.sessions.openOf('citizen-0003', town.portal.clock.now)
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(session)).not.toContain(secret)
  })

  test('is told to nobody who guesses', async () => {
    for (const value of ['', '%', 'x', 'e30=', 'IiI=', '%E0%A4%A', 'bnVsbA%3D%3D']) {
      browser.cookies.set('onetrip_session', value)
      expect([value, await isSignedIn(browser)]).toEqual([value, false])
    }
  })

  test('leaves no page of somebody signed in in any cache', async () => {
    await browser.signIn('city')
    for (const path of ['/', '/services', '/cases', '/my-data', '/my-sessions', '/mandates', '/help', '/sign-in', '/no-such-page']) {
      expect([path, (await browser.get(path)).headers.get('Cache-Control')]).toEqual([path, 'no-store'])
    }
  })
})

describe('its cookie', () => {
  test('is for the server alone, until the browser is closed', async () => {
    const cookie = (await browser.get(await browser.almost('city'))).headers.getSetCookie().find((one) => one.startsWith('onetrip_session='))
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/)
    expect(cookie).toMatch(/; Path=\/(;|$)/)
    expect(cookie).not.toMatch(/Max-Age|Expires|Domain/)
  })
})

describe('a session ends', () => {
  test('after thirty minutes without a request, for a citizen', async () => {
    await browser.signIn('city')
    later(30 * MINUTE - 1)
    expect(await isSignedIn(browser)).toBe(true)
    later(30 * MINUTE)
    expect(await isSignedIn(browser)).toBe(false)
  })

  test('after fifteen for staff', async () => {
    await browser.signIn('office')
    later(15 * MINUTE - 1)
    expect((await browser.get('/desk')).status).toBe(200)
    later(15 * MINUTE)
    expect(leadsTo(await browser.get('/desk'))).toContain('/sign-in')
  })

  test.each([['city', 12, 29], ['office', 10, 14]])('however busy it is, for those of %s after %i hours', async (provider, hours, every) => {
    await browser.signIn(provider)
    const end = town.portal.clock.now + hours * HOUR
    while (town.portal.clock.now + every * MINUTE < end) {
      later(every * MINUTE)
      expect(await isSignedIn(browser)).toBe(true)
    }
    town.portal.clock.now = end - 1
    expect(await isSignedIn(browser)).toBe(true)
    later(1)
    expect(await isSignedIn(browser)).toBe(false)
  })

  test('and is noted as seen once a minute at most', async () => {
    await browser.signIn('city')
    const seenAt = async () => (await town.portal.env.store.sessions.openOf('citizen-0003', town.portal.clock.now))[0]?.seenAt
    const began = await seenAt()
    later(MINUTE - 1)
    await browser.get('/')
    expect(await seenAt()).toBe(began)
    later(1)
    await browser.get('/')
    expect(await seenAt()).toBe((began ?? 0) + MINUTE)
  })
})

describe('where somebody is signed in', () => {
  test('is shown to them, and any of it or all but this can be ended', async () => {
    const [here, there, elsewhere] = [town.browser(), town.browser(), town.browser()]
    town.city.says = { account: 'new' }
    for (const one of [there, elsewhere, here]) await one.signIn('city')
    const page = await (await here.get('/my-sessions')).text()
    const ids = [...page.matchAll(/name="session" value="([\w-]{43})"/g)].map(([, id = '']) => id)
    expect(ids).toHaveLength(3)
    await here.post('/my-sessions', { session: ids[1] ?? '' })
    expect([await isSignedIn(here), await isSignedIn(there) !== await isSignedIn(elsewhere)]).toEqual([true, true])
    await here.post('/my-sessions', { session: 'others' })
    expect([await isSignedIn(here), await isSignedIn(there), await isSignedIn(elsewhere)]).toEqual([true, false, false])
    expect(leadsTo(await here.post('/my-sessions', { session: ids[0] ?? '' }))).toBe('/')
    expect(await isSignedIn(here)).toBe(false)
  })

  test('is nobody else’s to end', async () => {
    const victim = town.browser()
    await victim.signIn('city')
    const [session] = await town.portal.env.store.sessions.openOf('citizen-0003', town.portal.clock.now)
    await browser.signIn('office')
    await browser.post('/my-sessions', { session: session?.idHash ?? '' })
    expect(await isSignedIn(victim)).toBe(true)
  })
})

test('staff who lose their desks lose them at the next request, and get a lent one until its time is over', async () => {
  await browser.signIn('office')
  const clerk = (await town.portal.env.store.people.find('staff-clerk'))!
  await town.portal.env.store.people.put([{ ...clerk, lent: Object.fromEntries(clerk.desks.map((desk) => [desk, town.portal.clock.now + MINUTE])) }])
  expect((await browser.get('/desk')).status).toBe(200)
  later(MINUTE)
  expect((await browser.get('/desk')).status).toBe(404)
  await town.portal.env.store.people.put([clerk])
  expect((await browser.get('/desk')).status).toBe(200)
})

test('a word for the next page is not for who signs in next in the same browser', async () => {
  await browser.signIn('city')
  await browser.post('/my-sessions', { session: 'others' })
  const told = browser.cookies.get('onetrip_notice') ?? ''
  town.city.says = { account: 'new' }
  await browser.signIn('city')
  browser.cookies.set('onetrip_notice', told)
  expect(await textOf(await browser.get('/my-sessions'))).not.toContain('Signed out there')
})
