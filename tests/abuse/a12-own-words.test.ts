import { afterAll, beforeAll, expect, test } from 'vitest'

import { submitted } from '#tests/factories/environment.ts'

import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { Client, leadsTo } from './client.ts'
import { inGroups } from './hostile-strings/checked.ts'
import { lookAt, shows } from './hostile-strings/look.ts'
import { asKept, controlStrings, worst } from './hostile-strings/strings.ts'

let portal: TestPortal
beforeAll(async () => void (portal = await startPortal()))
afterAll(() => portal.stop())

/** All of the worst, in texts as long as somebody's own words may be. */
const PARTS = 4
const texts = inGroups(worst().map(({ text }) => text), Math.ceil(worst().length / PARTS)).map((some) => some.join(' '))

type Place = { send(text: string): Promise<Response>; page(sent: Response): Promise<Response> }

async function withdrawal(): Promise<Place> {
  const ref = await submitted(portal.env, 'restaurant-opening', 'citizen-0000', ({ end }) => end === null)
  const [owner, clerk] = await Promise.all(['citizen-0000', 'staff-clerk'].map((person) => Client.signedIn(portal.url, person)))
  return { send: (note) => owner!.post(`/cases/${ref}/withdraw`, { note }), page: () => clerk!.get(`/desk/cases/${ref}`) }
}

async function accessQuestion(): Promise<Place> {
  const driver = await Client.signedIn(portal.url, 'citizen-0001')
  await driver.begin('driving-licence-renewal')
  const subject = (await portal.env.store.people.find('citizen-0001'))?.subject ?? ''
  const { rows } = await portal.env.store.access.of({ subject, now: portal.clock.now, department: null, since: null, until: null }, { limit: 1 })
  return { send: (question) => driver.post(`/my-data/access/${rows[0]?.id}/question`, { question }), page: (sent) => driver.get(leadsTo(sent)) }
}

async function securityNote(): Promise<Place> {
  const id = portal.env.chance.id(portal.clock.now)
  await portal.env.store.security.raise({ rule: 'denials', subject: `staff-${id}`, day: '2026-03-02', count: 10, first: 1, last: 2 }, id, portal.clock.now)
  const officer = await Client.signedIn(portal.url, 'staff-security')
  return { send: (note) => officer.post(`/security/${id}`, { note }), page: () => officer.get(`/security/${id}`) }
}

test.each([['a withdrawal', withdrawal], ['a question about a look', accessQuestion], ['a security note', securityNote]] as const)('what %s says is shown letter by letter, and what no page can show is refused', async (_name, place) => {
  const first = await place()
  for (const { text } of controlStrings()) expect((await first.send(text)).status, JSON.stringify(text)).toBe(422)
  for (const text of texts) {
    portal.clock.now += 86_400_000
    const { send, page } = await place()
    const sent = await send(text)
    expect(sent.status).toBe(303)
    const html = await (await page(sent)).text()
    expect(shows(lookAt(html), asKept(text)), `${text} on ${html.length} characters`).toBe(true)
    expect(html).not.toContain(text)
    expect(lookAt(html).shape).not.toMatch(/SCRIPT\[\]|IFRAME|OBJECT|\bon[a-z]+\b/)
  }
  expect(portal.errors).toEqual([])
})
