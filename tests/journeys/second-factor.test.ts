import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { invite } from '#app/sign-in/second-factor/invitation.ts'
import { startTown, type Town } from '#tests/sign-in/town.ts'

import { launchBrowser } from './chromium.ts'
import { fewLooks, type Look, nameOf, Visitor } from './visitor.ts'

const CLERK = 'staff-clerk'

let browser: Browser
let town: Town
/** Browsers make keys for names, not for numbers. */
let home: string
const seen = new Set<string>()

beforeAll(async () => {
  ;[browser, town] = await Promise.all([launchBrowser(), startTown()])
  home = town.portal.url.replace('127.0.0.1', 'localhost')
  town.office.serve(`${home}/sign-in/office/callback`, home)
})
afterAll(() => Promise.all([browser.close(), town.stop()]))

/** Somebody whose provider asked for a password alone. */
async function arrive(look: Look): Promise<Visitor> {
  town.office.says = { account: CLERK, amr: ['pwd'] }
  const visitor = await Visitor.arrive(browser, home, look, seen)
  await visitor.goto('/sign-in?returnTo=/desk')
  await visitor.press('main form[action="/sign-in/office"] button')
  expect(visitor.path).toBe('/second-factor')
  return visitor
}

/** A key in the browser that is touched and unlocked by itself. */
async function plugIn({ page }: Visitor): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'usb', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
}

test.each(fewLooks.map((look) => [nameOf(look), look] as const))('a clerk is asked for a second factor: %s', async (_, look) => {
  await town.portal.env.store.credentials.removeOf(CLERK)
  const clerk = await arrive(look)
  await clerk.lookAt('second-factor')
  if (!look.scripts) return clerk.leave()
  await plugIn(clerk)
  await clerk.fill('code', '00000')
  await clerk.press('[data-factor="create"] button')
  await clerk.lookAt('second-factor-wrong-code')
  await clerk.fill('code', await invite(town.portal.env, CLERK))
  await clerk.press('[data-factor="create"] button')
  expect(clerk.path).toBe('/desk')

  await clerk.press('form[action="/sign-out"] button')
  await clerk.goto('/sign-in?returnTo=/desk')
  await clerk.press('main form[action="/sign-in/office"] button')
  await clerk.lookAt('second-factor-known')
  await clerk.press('[data-factor="get"] button')
  expect(clerk.path).toBe('/desk')
  await clerk.leave()
})
