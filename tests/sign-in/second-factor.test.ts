import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { invite } from '#app/sign-in/second-factor/invitation.ts'

import { Authenticator, type Options, type Tricks } from './authenticator.ts'
import type { Browser } from './browser.ts'
import { leadsTo, startTown, textOf, type Town } from './town.ts'

const CLERK = 'staff-clerk'
const HEAD = 'staff-head'

let town: Town
let browser: Browser
let key: Authenticator

beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.stop())
beforeEach(async () => {
  for (const person of [CLERK, HEAD]) await town.portal.env.store.credentials.removeOf(person)
  key = new Authenticator(town.portal.url)
  browser = await arrive(CLERK)
})

/** Somebody whose provider asked for a password alone. */
async function arrive(account: string): Promise<Browser> {
  const one = town.browser()
  town.office.says = { account, amr: ['pwd'] }
  await one.signIn('office')
  return one
}

/** What the page asks a key for. */
async function optionsOf(one: Browser, use: 'get' | 'create'): Promise<Options> {
  const page = await (await one.get('/second-factor')).text()
  const found = new RegExp(`data-factor="${use}" data-options="([^"]*)"`).exec(page)?.[1] ?? '{}'
  return JSON.parse(found.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')) as Options
}

const code = (person = CLERK): Promise<string> => invite(town.portal.env, person)
const register = async (one: Browser, with_: Authenticator, given: string, tricks: Tricks = {}): Promise<Response> =>
  one.post('/second-factor', { use: 'register', returnTo: '/desk', code: given, response: with_.create(await optionsOf(one, 'create'), tricks) })
const give = async (one: Browser, with_: Authenticator, tricks: Tricks = {}): Promise<Response> =>
  one.post('/second-factor', { use: 'give', returnTo: '/desk', response: with_.get(await optionsOf(one, 'get'), tricks) })

describe('staff with one factor', () => {
  test('come to nothing but the page that asks for the second', async () => {
    expect(leadsTo(await browser.get('/desk?sort=due'))).toBe('/second-factor?returnTo=%2Fdesk%3Fsort%3Ddue')
    for (const path of ['/my-sessions', '/board', '/desk/next', '/steward']) expect([path, leadsTo(await browser.get(path))]).toEqual([path, `/second-factor?returnTo=${encodeURIComponent(path)}`])
    expect(leadsTo(await browser.post('/desk/next', {}))).toContain('/second-factor')
    expect(await textOf(await browser.get('/'))).not.toContain('周敏')
  })

  test('register a key on an invitation, and are in, in a session of a new name', async () => {
    const before = browser.copy()
    expect(leadsTo(await register(browser, key, await code()))).toBe('/desk')
    expect((await browser.get('/desk')).status).toBe(200)
    expect(leadsTo(await before.get('/desk'))).toContain('/sign-in')
    expect(leadsTo(await browser.get('/second-factor?returnTo=/desk'))).toBe('/desk')
  })

  test('give it the next time', async () => {
    await register(browser, key, await code())
    const again = await arrive(CLERK)
    expect(leadsTo(await give(again, key))).toBe('/desk')
    expect((await again.get('/desk')).status).toBe(200)
  })
})

describe('an invitation', () => {
  const isRefused = async (answer: Response): Promise<void> => {
    expect(answer.status).toBe(422)
    expect(await textOf(answer)).toContain('This code is not right')
    expect(await town.portal.env.store.credentials.of(CLERK)).toEqual([])
  }

  test('works once', async () => {
    const once = await code()
    await register(browser, key, once)
    await town.portal.env.store.credentials.removeOf(CLERK)
    await isRefused(await register(await arrive(CLERK), new Authenticator(town.portal.url), once))
  })

  test('is for one person', async () => isRefused(await register(browser, key, await code(HEAD))))
  test('is not guessed', async () => isRefused(await register(browser, key, '00000-00000-00000-00000-00000-0')))

  test('waits a day', async () => {
    const given = await code()
    town.portal.clock.now += 24 * 3_600_000
    await isRefused(await register(await arrive(CLERK), key, given))
  })

  test('can be written in small letters and without its dashes', async () => {
    expect((await register(browser, key, (await code()).toLowerCase().replaceAll('-', ' '))).status).toBe(303)
  })
})

describe('a key is refused', () => {
  const isRefused = async (answer: Response): Promise<void> => {
    expect(answer.status).toBe(422)
    expect(leadsTo(await browser.get('/desk'))).toContain('/second-factor')
  }

  test.each<[string, Tricks]>([
    ['that was used on another site', { origin: 'https://evil.example' }],
    ['for another site’s name', { rpId: 'evil.example' }],
    ['that nobody has unlocked', { verifies: false }],
    ['for another challenge', { challenge: 'bm90IHRoZSBvbmU' }],
  ])('%s', async (_, tricks) => {
    await isRefused(await register(browser, key, await code(), tricks))
    await register(browser, key, await code())
    browser = await arrive(CLERK)
    await isRefused(await give(browser, key, tricks))
  })

  test('whose counter does not go up: somebody has a copy', async () => {
    await register(browser, key, await code())
    for (const counter of [7, 9]) expect((await give(await arrive(CLERK), key, { counter })).status).toBe(303)
    for (const counter of [9, 8, 0]) {
      browser = await arrive(CLERK)
      await isRefused(await give(browser, key, { counter }))
    }
  })

  test('that is a colleague’s', async () => {
    const theirs = new Authenticator(town.portal.url)
    await register(await arrive(HEAD), theirs, await code(HEAD))
    await register(browser, key, await code())
    browser = await arrive(CLERK)
    await isRefused(await give(browser, theirs))
  })

  test('twice for one challenge, and for the challenge of another session', async () => {
    await register(browser, key, await code())
    const [one, other] = [await arrive(CLERK), await arrive(CLERK)]
    const answer = key.get(await optionsOf(one, 'get'))
    expect((await other.post('/second-factor', { use: 'give', returnTo: '/desk', response: answer })).status).toBe(422)
    // The challenge of the other is used up by that; that of the one still stands, once.
    expect((await one.post('/second-factor', { use: 'give', returnTo: '/desk', response: answer })).status).toBe(303)
    browser = await arrive(CLERK)
    await isRefused(await browser.post('/second-factor', { use: 'give', returnTo: '/desk', response: answer }))
  })

  test('that is none', async () => {
    for (const response of ['', '{}', 'null', '{"id":1}', '[]']) await isRefused(await browser.post('/second-factor', { use: 'give', response }))
    for (const response of ['', '{}']) await isRefused(await browser.post('/second-factor', { use: 'register', code: await code(), response }))
  })
})

test('the page is for nobody else', async () => {
  expect(leadsTo(await town.browser().get('/second-factor'))).toBe('/sign-in?returnTo=%2F')
  const citizen = town.browser()
  town.city.says = { account: 'li' }
  await citizen.signIn('city')
  expect(leadsTo(await citizen.get('/second-factor?returnTo=//evil.example'))).toBe('/')
})

test('says what to do without scripts', async () => {
  expect(await textOf(await browser.get('/second-factor'))).toContain('Your browser runs no scripts here')
})
