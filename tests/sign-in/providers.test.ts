import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { type Browser } from './browser.ts'
import { NEWCOMER, startTown, textOf, type Town } from './town.ts'

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

const isSignedIn = async (): Promise<boolean> => (await browser.get('/my-sessions')).status === 200

describe('a citizen', () => {
  test('signs in at their provider, and comes back to where they were', async () => {
    const page = await browser.signIn('city', { returnTo: '/my-data?x=1' })
    expect([page.status, page.url]).toEqual([200, `${town.portal.url}/my-data?x=1`])
    expect(await textOf(page)).toContain((await town.portal.env.store.people.find('citizen-0003'))?.name)
  })

  test('unknown so far is made at the first sign-in, and is the same the next time, also when both come at once', async () => {
    town.city.says = { account: 'new' }
    const [one, other] = [town.browser(), town.browser()]
    const backs = [await one.almost('city'), await other.almost('city')]
    await Promise.all([one.get(backs[0] ?? ''), other.get(backs[1] ?? '')])
    const made = await town.portal.env.store.people.findBySubject(NEWCOMER)
    expect(made).toMatchObject({ kind: 'citizen', name: '新人', subject: NEWCOMER, desks: [], companies: [] })
    const sessions = await town.portal.env.store.sessions.openOf(made?.id ?? '', town.portal.clock.now)
    expect(sessions).toHaveLength(2)
  })

  test('whose number can be nobody’s is not let in, and not made', async () => {
    town.city.says = { account: 'wrong' }
    town.city.accounts['wrong'] = { name: '错', identity_number: `${NEWCOMER.slice(0, 17)}${NEWCOMER.endsWith('1') ? '2' : '1'}` }
    expect((await browser.signIn('city')).status).toBe(403)
    expect(await isSignedIn()).toBe(false)
    expect(await town.portal.env.store.people.findBySubject(town.city.accounts['wrong'].identity_number ?? '')).toBeNull()
  })

  test('without a number or a name is not let in', async () => {
    for (const account of [{ name: '无' }, { identity_number: NEWCOMER }]) {
      town.city.accounts['bare'] = account
      town.city.says = { account: 'bare' }
      expect(await textOf(await town.browser().signIn('city'))).toContain('did not tell us who you are')
    }
  })
})

describe('staff', () => {
  test('sign in at theirs, and go to their desk', async () => {
    expect((await browser.signIn('office')).url).toBe(`${town.portal.url}/desk`)
  })

  test('unknown here, or without a desk, are not let in', async () => {
    await town.portal.env.store.people.put([{ id: 'staff-gone', kind: 'staff', name: '走', subject: null, companies: [], desks: [], demo: null }])
    for (const account of ['staff-nobody', 'staff-gone', 'citizen-0003']) {
      town.office.says = { account, amr: ['hwk'] }
      const page = await town.browser().signIn('office')
      expect([account, page.status]).toEqual([account, 403])
    }
  })

  test('are nobody by the citizens’ provider', async () => {
    town.city.accounts['clerk'] = { name: '周敏', identity_number: 'staff-clerk' }
    town.city.says = { account: 'clerk' }
    await browser.signIn('city')
    expect((await browser.get('/desk')).status).toBe(404)
  })
})

describe('what comes back from a provider', () => {
  const refused = async (answer: Response, status: number, words: string): Promise<void> => {
    expect(answer.status).toBe(status)
    expect(await textOf(answer)).toContain(words)
    expect(await isSignedIn()).toBe(false)
  }

  test('is taken once: again, and from another browser, it is nothing', async () => {
    const back = await browser.almost('city')
    const thief = town.browser()
    expect((await thief.get(back)).status).toBe(400)
    const copy = browser.copy()
    expect((await browser.get(back)).status).toBe(303)
    expect((await copy.get(back)).status).toBe(400)
  })

  test('under another state is refused', async () => {
    const back = new URL(await browser.almost('city'))
    back.searchParams.set('state', 'x'.repeat(43))
    await refused(await browser.get(back.href), 400, 'could not check')
  })

  test('for another sign-in is refused, whichever of the two was begun later', async () => {
    const mine = town.browser()
    const theirs = new URL(await town.browser().almost('city'))
    const own = new URL(await mine.almost('city'))
    own.searchParams.set('code', theirs.searchParams.get('code') ?? '')
    browser = mine
    await refused(await mine.get(own.href), 400, 'could not check')
  })

  test('by another provider’s address is refused (mix-up)', async () => {
    const back = new URL((await browser.almost('city')).replace('/sign-in/city/', '/sign-in/office/'))
    // An attacker's provider names itself, and would be handed the code of the other.
    back.searchParams.set('iss', town.office.settings.issuer)
    town.office.asked.length = 0
    await refused(await browser.get(back.href), 400, 'could not check')
    expect(town.office.asked).toEqual([])
  })

  test('naming another issuer is refused', async () => {
    const back = new URL(await browser.almost('city'))
    expect(back.searchParams.get('iss')).toBe(town.city.settings.issuer)
    back.searchParams.set('iss', town.office.settings.issuer)
    await refused(await browser.get(back.href), 400, 'could not check')
  })

  test('after ten minutes is too late', async () => {
    const back = await browser.almost('city')
    town.portal.clock.now += 10 * 60_000
    await refused(await browser.get(back), 400, 'took too long')
  })

  test('is a word that somebody stopped: a page says so', async () => {
    town.city.says = { account: 'li', cancels: true }
    await refused(await browser.signIn('city'), 200, 'You stopped signing in')
  })

  test('tells nobody what the program said of it', async () => {
    const back = new URL(await browser.almost('city'))
    back.searchParams.set('code', 'forged')
    const text = await (await browser.get(back.href)).text()
    for (const word of ['invalid_grant', 'verifier', 'OAuth', 'Error:', 'nonce']) expect(text).not.toContain(word)
  })
})

test('the way back leads nowhere but into this site', async () => {
  for (const returnTo of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/.//evil.example']) {
    const one = town.browser()
    expect((await one.signIn('city', { returnTo })).url).toBe(`${town.portal.url}/`)
  }
})

test('an unknown provider is not there', async () => {
  expect((await browser.post('/sign-in/nobody', {})).status).toBe(404)
  expect((await browser.get('/sign-in/nobody')).status).toBe(404)
})

test('the page offers both providers, and nobody to choose', async () => {
  const page = await (await browser.get('/sign-in')).text()
  for (const id of ['city', 'office']) expect(page).toContain(`action="/sign-in/${id}"`)
  expect(page).not.toContain('name="person"')
})

test('the demonstration’s sign-in is not there for real people', async () => {
  const answer = await browser.post('/sign-in', { person: 'staff-manager' })
  expect(answer.status).toBe(404)
  expect(answer.headers.getSetCookie()).toEqual([])
})

test('signing out leads to the provider, so that nobody else goes on there, and back', async () => {
  await browser.signIn('city')
  const out = await browser.post('/sign-out', {})
  const there = new URL(out.headers.get('Location') ?? '')
  expect(there.origin).toBe(town.city.settings.issuer)
  expect(there.searchParams.get('post_logout_redirect_uri')).toBe(`${town.portal.url}/`)
  expect(out.headers.get('Clear-Site-Data')).toBe('"cache"')
  expect((await browser.follow(out)).status).toBe(200)
  expect(await isSignedIn()).toBe(false)
})
