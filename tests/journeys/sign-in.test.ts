import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { startTown, type Town } from '#tests/sign-in/town.ts'

import { launchBrowser } from './chromium.ts'
import { fewLooks, type Look, nameOf, Visitor } from './visitor.ts'

let browser: Browser
let town: Town
const seen = new Set<string>()

beforeAll(async () => {
  ;[browser, town] = await Promise.all([launchBrowser(), startTown()])
  town.city.accounts['driver'] = { name: '陈', identity_number: (await town.portal.env.store.people.find('citizen-0001'))?.subject ?? '' }
})
afterAll(() => Promise.all([browser.close(), town.stop()]))

const MINUTE_MS = 60_000

/** What is typed while the session runs out: kept by the button where there are scripts, and by signing in again where there are none. */
async function typeTooLong({ page }: Visitor, visitor: Visitor, look: Look): Promise<void> {
  const typed = `清河市湖滨路 ${look.width} 号`
  await visitor.fill('delivery_address', typed)
  if (look.scripts) {
    await page.clock.fastForward(25 * MINUTE_MS + 2000)
    await page.locator('[data-warn-after]').waitFor({ state: 'visible' })
    await visitor.lookAt('session-warning')
    await visitor.press(page.locator('button[name="stay"]'))
    expect(await page.locator('[name="delivery_address"]').inputValue()).toBe(typed)
    expect(await page.locator('[data-warn-after]').isVisible()).toBe(false)
  } else {
    expect(await page.locator('[data-warn-after]').isVisible()).toBe(false)
    town.portal.clock.now += 31 * MINUTE_MS
    await visitor.submit()
    await visitor.lookAt('sign-in-kept')
    await visitor.press('main form[action="/sign-in/city"] button')
    await visitor.lookAt('restored')
    expect(await page.locator('[name="delivery_address"]').inputValue()).toBe(typed)
  }
}

test.each(fewLooks.map((look) => [nameOf(look), look] as const))('somebody signs in, does not get far enough, types for too long, and ends all sessions: %s', async (_, look) => {
  town.city.says = { account: 'driver' }
  const visitor = await Visitor.arrive(browser, town.portal.url, look, seen)
  await visitor.page.clock.install()
  await visitor.goto('/sign-in?returnTo=/services/retirement')
  await visitor.lookAt('sign-in-providers')
  await visitor.press('main form[action="/sign-in/city"] button')
  expect(visitor.path).toBe('/services/retirement')
  await visitor.press('main form[method="post"] button')
  expect(visitor.path).toBe('/sign-in/more')
  await visitor.lookAt('sign-in-more')

  await visitor.begin('driving-licence-renewal')
  await visitor.goto(`${visitor.path.replace(/\/$/, '')}/delivery_address`)
  await typeTooLong(visitor, visitor, look)

  await visitor.goto('/my-sessions')
  await visitor.lookAt('my-sessions')
  town.city.says = { account: 'driver', cancels: true }
  await visitor.goto('/sign-in/city/callback?state=x')
  await visitor.lookAt('sign-in-failed')
  await visitor.leave()
})
