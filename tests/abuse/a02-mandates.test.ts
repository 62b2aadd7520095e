import { afterAll, beforeAll, expect, test } from 'vitest'

import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { type Client, leadsTo } from './client.ts'
import { counter } from './counter.ts'
import { signInAs } from './sign-in-as.ts'

export const ATTEMPTS = 440

const [HEAD, HELPER, STRANGER] = ['citizen-0001', 'citizen-0002', 'citizen-0004']
const LICENCE = 'driving-licence-renewal'
const tried = counter()

let portal: TestPortal
let head: Client
let helper: Client
let stranger: Client
let mandate: string

beforeAll(async () => {
  portal = await startPortal()
  ;[head, helper, stranger] = [await signInAs(portal, HEAD), await signInAs(portal, HELPER), await signInAs(portal, STRANGER)]
  const { name, subject } = (await portal.env.store.people.find(HELPER))!
  await head.post('/mandates/new', { name, identity_number: subject ?? '', scope: 'some', services: LICENCE, 'until-year': '2026', 'until-month': '12', 'until-day': '31' })
  mandate = (await portal.env.store.mandates.heldBy(HELPER))[0]?.id ?? ''
  expect(mandate).not.toBe('')
})
afterAll(() => portal.stop())

const services = (): string[] => Object.keys(portal.env.catalogue.services)
const begin = (client: Client, service: string, whom: string) => tried.of(client.post(`/services/${service}`, { for: whom }))
const opened = (response: Response): boolean => leadsTo(response).startsWith('/apply/')

/** Drafts of somebody's under this mandate. */
const draftsUnder = async (person: string) => (await portal.env.store.drafts.openOf(person)).filter(({ behalf }) => behalf?.mandate === mandate)

/** The id with one digit changed, at every place in turn and in every way. */
const mutations = (id: string): string[] => [...id].flatMap((digit, at) => (digit === '-' ? [] : [1, 5, 9].map((by) => id.slice(0, at) + ((parseInt(digit, 16) + by) % 16).toString(16) + id.slice(at + 1))))

test('a mandate opens the service it names, and no other', async () => {
  expect(opened(await helper.post(`/services/${LICENCE}`, { for: `mandate:${mandate}` }))).toBe(true)
  for (const service of services().filter((one) => one !== LICENCE)) expect(opened(await begin(helper, service, `mandate:${mandate}`)), service).toBe(false)
  expect(await draftsUnder(HELPER)).toHaveLength(1)
})

test('who does not hold a mandate opens nothing by knowing its id', async () => {
  for (const service of services()) expect(opened(await begin(stranger, service, `mandate:${mandate}`)), service).toBe(false)
  expect(await draftsUnder(STRANGER)).toEqual([])
})

test('a mandate is not found by guessing its id', async () => {
  const words = [mandate.toUpperCase(), ` ${mandate}`, `${mandate} `, `${mandate}%`, `${mandate}' or '1'='1`, '%', '', '__proto__', 'undefined', 'null', '0', `${mandate}\u0000`, `${mandate},${mandate}`]
  for (const guess of [...mutations(mandate), ...words]) expect(opened(await begin(stranger, LICENCE, `mandate:${guess}`)) && (await draftsUnder(STRANGER)).length > 0, guess).toBe(false)
  for (const guess of mutations(mandate)) expect(opened(await begin(helper, LICENCE, `mandate:${guess}`)), guess).toBe(false)
})

test('nobody acts for a company that is not theirs', async () => {
  const companies = (await Promise.all(Array.from({ length: 60 }, (_, i) => portal.env.store.people.find(`citizen-${String(i).padStart(4, '0')}`)))).flatMap((person) => person?.companies ?? [])
  expect(companies.length).toBeGreaterThan(5)
  for (const { code } of companies.slice(0, 30)) for (const service of ['restaurant-opening', 'employer-insurance']) expect(opened(await begin(stranger, service, `company:${code}`)), code).toBe(false)
})

test('an intermediary reads no citizen but their own client, and of that one no more than the mandate covers (CiviForm, CVE-2026-107856)', async () => {
  const people = await Promise.all(Array.from({ length: 30 }, (_, i) => portal.env.store.people.find(`citizen-${String(i + 10).padStart(4, '0')}`)))
  const keys = [mandate, HEAD, ...people.flatMap((person) => [person?.id ?? '', person?.subject ?? ''])]
  for (const of of keys) for (const path of ['/my-data/access', '/my-data/access.csv']) {
    expect((await tried.of(helper.get(`${path}?of=${encodeURIComponent(of)}`))).status, `${path} of ${of}`).toBe(404)
  }
})

test('nobody ends a mandate that is neither theirs nor for them', async () => {
  for (const id of [mandate, mandate.toUpperCase()]) expect((await tried.of(stranger.post('/mandates', { id }))).status).toBe(404)
  expect(await portal.env.store.mandates.heldBy(HELPER)).toMatchObject([{ id: mandate, revokedAt: null }])
})

test('what was opened under a mandate is gone at the first request after it was taken back', async () => {
  const draft = leadsTo(await helper.post(`/services/${LICENCE}`, { for: `mandate:${mandate}` }))
  await helper.post(`${draft}/sources`, {})
  const before = await portal.env.store.drafts.load(draft.split('/')[2] ?? '')
  expect(Object.keys(before?.answers ?? {}).length).toBeGreaterThan(2)
  expect((await helper.get(draft)).status).toBe(200)
  await head.post('/mandates', { id: mandate })
  for (const path of ['', '/records', '/review', '/sources', '/remove', '/phone', '/portrait', '/wrong/full_name']) {
    expect((await tried.of(helper.get(draft + path))).status, path).toBe(404)
    // To remove what is not there is to have it removed.
    expect((await tried.of(helper.post(draft + path, { declared: 'yes', phone: '13800000000', intent: 'confirm' }))).status, path).toBe(path === '/remove' ? 303 : 404)
  }
  expect(opened(await begin(helper, LICENCE, `mandate:${mandate}`))).toBe(false)
  expect(await portal.env.store.drafts.load(draft.split('/')[2] ?? '')).toEqual(before)
})

test('all of this was tried', () => expect([tried.made >= ATTEMPTS, portal.errors], String(tried.made)).toEqual([true, []]))
