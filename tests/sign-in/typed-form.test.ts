import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import type { Browser } from './browser.ts'
import { leadsTo, startTown, textOf, type Town } from './town.ts'

const MINUTE = 60_000
const QUESTION = 'delivery_address'
const TYPED = '清河市湖滨路 9 号'

let town: Town
let browser: Browser
let page: string

beforeAll(async () => {
  town = await startTown()
  town.city.accounts['driver'] = { name: '陈', identity_number: (await town.portal.env.store.people.find('citizen-0001'))?.subject ?? '' }
})
afterAll(() => town.stop())
beforeEach(async () => {
  browser = town.browser()
  town.city.says = { account: 'driver' }
  await browser.signIn('city')
  const draft = leadsTo(await browser.post('/services/driving-licence-renewal', {}))
  await browser.post(`${draft}/sources`, {})
  page = `${draft}/${QUESTION}`
  expect((await browser.get(page)).status).toBe(200)
})

/** The session ends while somebody types. */
const pause = (): void => void (town.portal.clock.now += 31 * MINUTE)
const shown = async (one: Browser): Promise<string | undefined> => new RegExp(`name="${QUESTION}"[^>]*value="([^"]*)"`).exec(await (await one.get(page)).text())?.[1]

describe('what was typed when the session has ended', () => {
  test('waits, and stands in the fields when the same person has signed in', async () => {
    pause()
    const sent = await browser.post(`${page}?from=review`, { [QUESTION]: TYPED })
    expect(leadsTo(sent)).toBe(`/sign-in?returnTo=${encodeURIComponent(`${page}?from=review`)}`)
    expect(await textOf(await browser.get(leadsTo(sent)))).toContain('Nothing is lost')
    const back = await browser.signIn('city', { returnTo: `${page}?from=review` })
    expect(back.url).toBe(`${town.portal.url}${page}?from=review`)
    const text = await back.text()
    expect(text).toContain(`value="${TYPED}"`)
    expect(text).toContain('Not saved yet')
    expect(await shown(browser)).not.toBe(TYPED)
  })

  test('is not shown to another person, and not on another page', async () => {
    pause()
    await browser.post(page, { [QUESTION]: TYPED })
    const kept = browser.cookies.get('onetrip_kept_form') ?? ''
    town.city.says = { account: 'li' }
    browser.forgetProviders()
    expect((await browser.signIn('city', { returnTo: page })).status).toBe(404)
    town.city.says = { account: 'driver' }
    browser.forgetProviders()
    await browser.signIn('city')
    browser.cookies.set('onetrip_kept_form', kept)
    expect(await (await browser.get(`${page.replace(/[^/]+$/, 'photo')}`)).text()).not.toContain(TYPED)
    expect(await shown(browser)).toBe(TYPED)
  })

  test('waits an hour', async () => {
    pause()
    await browser.post(page, { [QUESTION]: TYPED })
    town.portal.clock.now += 60 * MINUTE
    await browser.signIn('city')
    expect(await shown(browser)).not.toBe(TYPED)
  })

  test('is not readable in the store', async () => {
    pause()
    const taken: string[] = []
    const { once } = town.portal.env.store
    const put = once.put
    once.put = (...row) => (taken.push(JSON.stringify(row)), put(...row))
    await browser.post(page, { [QUESTION]: TYPED })
    once.put = put
    expect(taken).toHaveLength(1)
    expect(taken[0]).not.toContain(TYPED)
    const secret = JSON.parse(atob(decodeURIComponent(browser.cookies.get('onetrip_kept_form') ?? ''))) as string
    expect(taken[0]).not.toContain(secret)
  })

  test('is kept for nobody who was never signed in, nor when there is too much of it', async () => {
    const stranger = town.browser()
    const answers = [await stranger.post(page, { [QUESTION]: TYPED })]
    stranger.cookies.set('onetrip_session', browser.cookies.get('onetrip_session')?.replace(/^.{4}/, 'ImFh') ?? '')
    answers.push(await stranger.post(page, { [QUESTION]: TYPED }))
    pause()
    answers.push(await browser.post(page, { [QUESTION]: 'x'.repeat(65_000) }))
    for (const answer of answers) {
      expect(leadsTo(answer)).toContain('/sign-in?returnTo=')
      expect(answer.headers.getSetCookie()).toEqual([])
    }
  })
})

describe('a page with a form', () => {
  test('says until when it can be sent, and warns five minutes before', async () => {
    const text = await (await browser.get(page)).text()
    expect(text).toMatch(/Send this page before/)
    expect(text).toMatch(/data-warn-after="1500000" hidden/)
    expect(text).toMatch(/<button form="question-form" name="stay"/)
  })

  test('can be saved without leaving it', async () => {
    const stayed = await browser.post(page, { [QUESTION]: TYPED, stay: 'yes' })
    expect([stayed.status, new URL(leadsTo(stayed), town.portal.url).pathname]).toEqual([303, page])
    expect(await shown(browser)).toBe(TYPED)
    const long = 'x'.repeat(2_000)
    const wrong = await browser.post(page, { [QUESTION]: long, stay: 'yes' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain(`value="${long}"`)
  })
})
