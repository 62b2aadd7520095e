import { afterAll, beforeAll, expect, test } from 'vitest'

import { raiseAlerts } from '#app/use-cases/security/raise-alerts.ts'
import { submitted } from '#tests/factories/environment.ts'

import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { type Client, leadsTo } from './client.ts'
import { counter } from './counter.ts'
import { signInAs } from './sign-in-as.ts'

export const ATTEMPTS = 160

const APPLICANT = 'citizen-0000'
const tried = counter()
let portal: TestPortal
let clerk: Client
let applicant: Client
let ref: string
let secrets: string[]

beforeAll(async () => {
  portal = await startPortal()
  ref = await submitted(portal.env, 'restaurant-opening', APPLICANT)
  clerk = await signInAs(portal, 'staff-clerk')
  applicant = await signInAs(portal, APPLICANT)
  const state = await portal.env.store.cases.loadByRef(ref)
  // Whose case it is stands in the queue; everything else waits until it is somebody's work.
  const values = Object.values(state?.answers ?? {}).map(({ value }) => String(value)).filter((value) => value !== state?.applicant.companyName && value !== state?.applicant.name)
  secrets = [...values.filter((value) => value.length > 8), (await portal.env.store.people.find(APPLICANT))?.subject ?? '']
  expect(secrets.length).toBeGreaterThan(5)
})
afterAll(() => portal.stop())

const leaked = (page: string): string[] => secrets.filter((secret) => page.includes(secret))

test('a case that nobody has given them shows a clerk its steps, and no answer of the applicant', async () => {
  for (const person of ['staff-clerk', 'staff-clerk-2', 'staff-clerk-head', 'staff-head', 'staff-food', 'staff-fire', 'staff-signs']) {
    const one = await signInAs(portal, person)
    for (const path of [`/desk/cases/${ref}`, `/desk/cases/${ref}?_data=${encodeURIComponent('routes/desk.cases.$ref._index')}`, '/desk', `/desk?holder=nobody`]) {
      expect(leaked(await (await tried.of(one.get(path))).text()), `${person} at ${path}`).toEqual([])
    }
  }
})

test('nobody is found by their name, number, telephone or address, only a case by its own', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, (_, i) => portal.env.store.people.find(`citizen-${String(i).padStart(4, '0')}`)))
  const words = [...people.flatMap((person) => [person?.name ?? '', person?.subject ?? '']), ...secrets.slice(0, 10), '%', '*', '2026-%', `${ref.slice(0, -1)}_`, `${ref.slice(0, -1)}%`, `' or 1=1 --`]
  for (const word of words) expect(leadsTo(await tried.of(clerk.get(`/desk/find?ref=${encodeURIComponent(word)}`))), word).toBe('/desk')
  for (const name of ['q', 'search', 'name', 'subject', 'applicant', 'person']) {
    const page = await (await tried.of(clerk.get(`/desk?${name}=${encodeURIComponent(people[5]?.subject ?? '')}`))).text()
    expect(page.replaceAll(/value="[^"]*"/g, '')).not.toContain(people[5]?.subject)
  }
})

test('private look-ups raise an alert about who made them (Berlin police, 2024)', async () => {
  const fresh = await signInAs(portal, 'staff-food-2')
  for (let look = 0; look < 10; look += 1) await tried.of(fresh.get(`/desk/find?ref=2026-0000-000${look}`))
  await raiseAlerts(portal.env)
  const officer = await signInAs(portal, 'staff-security')
  expect(await (await officer.get('/security')).text()).toContain('罗一诺')
})

test('who looks at a case is named to the citizen within the minute', async () => {
  const since = portal.clock.now
  const task = { task: 'acceptance', round: '1', desk: 'market_regulation.clerk', version: '1' }
  expect((await clerk.post(`/desk/cases/${ref}`, { ...task, intent: 'claim' })).status).toBe(303)
  for (let look = 0; look < 10; look += 1) {
    portal.clock.now += 3000
    expect(leaked(await (await tried.of(clerk.get(`/desk/cases/${ref}`))).text()).length).toBeGreaterThan(0)
    const { rows } = await portal.env.store.access.of({ subject: secrets.at(-1) ?? '', now: portal.clock.now, department: null, since: null, until: null }, { limit: 50 })
    expect(rows.filter(({ reader, at }) => reader.id === 'staff-clerk' && at > since && at <= portal.clock.now)).not.toEqual([])
    expect(await (await applicant.get('/my-data/access')).text()).toContain('Market')
  }
  // Read only as far as the desk needs it: the health of a person, or another desk's file, is not.
  const state = await portal.env.store.cases.loadByRef(ref)
  const files = Object.values(state?.answers ?? {}).flatMap(({ file }) => file?.id ?? [])
  const other = await signInAs(portal, 'staff-clerk-2')
  for (const file of files) expect((await tried.of(other.get(`/files/${file}?case=${ref}`))).status).toBe(404)
})

test('the queue gives out a page at a time, of one’s own desk alone, whatever the address says', async () => {
  for (let number = 0; number < 30; number += 1) await submitted(portal.env, 'restaurant-opening', APPLICANT)
  for (const person of ['citizen-0010', 'citizen-0011']) await submitted(portal.env, 'low-income-benefit', person)
  const one = await signInAs(portal, 'staff-clerk-2')
  const refs = (page: string): string[] => [...new Set([...page.matchAll(/\/desk\/cases\/(2026-[\w-]+)/g)].map(([, name]) => name ?? ''))]
  const most = refs(await (await one.get('/desk')).text()).length
  expect(most).toBeGreaterThan(20)
  const forged = [[0], [0, ''], ['', 0], ['', ''], [1, 'a', 2], { limit: 9999 }, [null], [[]], [9e15, '~'], [-9e15, '']].map((key) => Buffer.from(JSON.stringify(key)).toString('base64url'))
  const cursors = [...forged, 'x', '%00', '../../', '9'.repeat(490)].flatMap((cursor) => [`after=${cursor}`, `before=${cursor}`])
  const wishes = ['limit=100000', 'limit=-1', 'pageSize=100000', 'per_page=100000', 'desk=market_regulation.clerk', 'desk=*', 'desks=welfare.head', 'holder=all', 'holder=__proto__', 'service=__proto__', 'step=x:__proto__', 'light=*']
  for (const query of [...cursors, ...wishes]) {
    const response = await tried.of(one.get(`/desk?${query}`))
    const page = await response.text()
    expect([response.status, refs(page).length <= most], query).toEqual([200, true])
    for (const found of refs(page)) expect((await portal.env.store.cases.loadByRef(found))?.service, found).toBe('restaurant-opening')
  }
})

test('exports again and again raise an alert, and hold no person', async () => {
  const manager = await signInAs(portal, 'staff-manager')
  for (let time = 0; time < 12; time += 1) {
    const file = await (await tried.of(manager.get(`/board/export.csv?what=${time % 2 ? 'figures' : 'turnarounds'}`))).text()
    expect(leaked(file)).toEqual([])
    expect(file).not.toMatch(/2026-[A-Z0-9]{4}-|\d{17}[\dX]/)
  }
  await raiseAlerts(portal.env)
  expect((await portal.env.store.security.alerts(true, { limit: 50 })).rows.map(({ rule, subject }) => `${rule} ${subject}`)).toContain('exports staff-manager')
})

test('all of this was tried', () => expect([tried.made >= ATTEMPTS, portal.errors], String(tried.made)).toEqual([true, []]))
