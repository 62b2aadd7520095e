import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import type { Browser } from './browser.ts'
import { leadsTo, startTown, textOf, type Town } from './town.ts'

/** Demands `substantial`. */
const DEMANDING = 'retirement'
/** Demands nothing in particular. */
const PLAIN = 'driving-licence-renewal'

let town: Town
let browser: Browser

beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.stop())
beforeEach(async () => {
  browser = town.browser()
  town.city.says = { account: 'li' }
  await browser.signIn('city')
})

/** Signs in again with more, as the page offers it. */
async function signInWithMore(address: string): Promise<Response> {
  const page = await (await browser.get(address)).text()
  const field = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.slice(page.indexOf('action="/sign-in/city"')))?.[1] ?? ''
  return browser.signIn('city', { returnTo: field('returnTo').replaceAll('&amp;', '&'), assurance: field('assurance') })
}

describe('with less than a service demands', () => {
  test('nobody begins, and the page says why and comes back here with more', async () => {
    const sent = leadsTo(await browser.post(`/services/${DEMANDING}`, {}))
    expect(sent).toBe(`/sign-in/more?service=${DEMANDING}&returnTo=%2Fservices%2F${DEMANDING}`)
    expect(await textOf(await browser.get(sent))).toMatch(/This service needs: Substantial .*You signed in with: Low/)
    town.city.says = { account: 'li', acr: 'urn:level:2' }
    expect((await signInWithMore(sent)).url).toBe(`${town.portal.url}/services/${DEMANDING}`)
    expect(leadsTo(await browser.post(`/services/${DEMANDING}`, {}))).toMatch(/^\/apply\/[\w-]+$/)
  })

  test('the provider is asked for what is enough, and to ask again', async () => {
    town.city.asked.length = 0
    await browser.almost('city', { assurance: 'substantial' })
    const [asked] = town.city.asked.filter((one) => one.startsWith('/auth?'))
    const query = new URL(asked ?? '', town.city.settings.issuer).searchParams
    expect([query.get('acr_values'), query.get('prompt')]).toEqual(['urn:level:2 urn:level:3', 'login'])
    expect(query.get('code_challenge_method')).toBe('S256')
  })

  test('a draft that was begun with more stays closed, on every page and for every form', async () => {
    const strong = town.browser()
    town.city.says = { account: 'li', acr: 'urn:level:3' }
    await strong.signIn('city')
    const draft = leadsTo(await strong.post(`/services/${DEMANDING}`, {}))
    expect((await strong.get(`${draft}/sources`)).status).toBe(200)
    for (const path of [draft, `${draft}/sources`, `${draft}/review`, `${draft}/records`, `${draft}/remove`]) {
      expect([path, leadsTo(await browser.get(path))]).toEqual([path, `/sign-in/more?service=${DEMANDING}&returnTo=${encodeURIComponent(path)}`])
    }
    for (const path of [`${draft}/sources`, `${draft}/review`, `${draft}/records`]) expect(leadsTo(await browser.post(path, { declared: 'yes' }))).toContain('/sign-in/more')
  })

  test('who comes back with no more than before is told the same again', async () => {
    const sent = leadsTo(await browser.post(`/services/${DEMANDING}`, {}))
    await signInWithMore(sent)
    expect((await browser.get(sent)).status).toBe(200)
    expect(leadsTo(await browser.post(`/services/${DEMANDING}`, {}))).toBe(sent)
  })

  test('a service that demands nothing in particular is open', async () => {
    expect(leadsTo(await browser.post(`/services/${PLAIN}`, {}))).toMatch(/^\/apply\//)
  })
})

test('a level that the provider did not name is the lowest, whatever it is called', async () => {
  for (const acr of ['substantial', 'high', '__proto__', 'constructor']) {
    browser = town.browser()
    town.city.says = { account: 'li', acr }
    await browser.signIn('city')
    expect([acr, leadsTo(await browser.post(`/services/${DEMANDING}`, {}))]).toEqual([acr, expect.stringContaining('/sign-in/more')])
  }
})

test('with enough there is nothing to ask for; of no service there is no such page', async () => {
  browser = town.browser()
  town.city.says = { account: 'li', acr: 'urn:level:3' }
  await browser.signIn('city')
  expect(leadsTo(await browser.get(`/sign-in/more?service=${DEMANDING}&returnTo=/help`))).toBe('/help')
  expect((await browser.get('/sign-in/more?service=constructor')).status).toBe(404)
})
