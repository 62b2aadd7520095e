import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { makeBudgets, usualBudgets } from '#app/limits/budgets.ts'
import { identityNumber } from '#db/demo/identity-number.ts'
import { samplePdf } from '#db/demo/paperwork.ts'
import { actor, begun } from '#tests/factories/environment.ts'

import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { Client, leadsTo } from './client.ts'
import { secondDoor } from './second-door.ts'

let portal: TestPortal
let owner: Client
let other: Client
beforeAll(async () => {
  portal = await startPortal()
  owner = await Client.signedIn(portal.url, 'citizen-0000')
  other = await Client.signedIn(portal.url, 'citizen-0003')
})
afterAll(() => portal.stop())

const company = async (): Promise<string> => (await actor<'citizen'>(portal.env, 'citizen-0000')).companies[0] ?? ''
const newDraft = async (): Promise<string> => begun(portal.env, await actor<'citizen'>(portal.env, 'citizen-0000'), 'restaurant-opening', { company: await company() })

/** Ids a little before and after this one, as somebody would try who knows one of their own. */
function neighbours(id: string, count: number): string[] {
  const last = BigInt(`0x${id.slice(-12)}`)
  const near = Array.from({ length: count }, (_, i) => last + BigInt(i + 1)).concat(Array.from({ length: count }, (_, i) => last - BigInt(i + 1)))
  return near.map((number) => id.slice(0, -12) + BigInt.asUintN(48, number).toString(16).padStart(12, '0'))
}

test('counting up a file’s id finds no file, and nobody deletes or adds to what is not theirs (OPEXUS eCase, CVE-2026-22234, CVE-2026-32867)', async () => {
  const draft = await newDraft()
  const form = new FormData()
  form.set('floor_plan', new File([samplePdf('plan') as BlobPart], 'plan.pdf', { type: 'application/pdf' }))
  expect((await owner.post(`/apply/${draft}/floor_plan`, form)).status).toBe(303)
  const file = (await portal.env.store.drafts.load(draft))?.answers.floor_plan?.file?.id ?? ''
  expect((await owner.get(`/files/${file}`)).status).toBe(200)
  for (const id of [file, ...neighbours(file, 60)]) expect((await other.get(`/files/${id}`)).status).toBe(404)
  const missing = '0199a000-0000-7000-8000-000000000000'
  expect((await other.post(`/apply/${draft}/remove`, {})).status).toBe((await other.post(`/apply/${missing}/remove`, {})).status)
  expect((await other.post(`/apply/${draft}/floor_plan`, form)).status).toBe(404)
  expect((await portal.env.store.drafts.load(draft))?.answers.floor_plan?.file?.id).toBe(file)
})

test('ids can’t be told from one another, and nobody overwrites a draft or has it sent to them (OpnForm, CVE-2026-75106; Formie, CVE-2026-76087)', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, newDraft))
  // Of a UUIDv7 62 bits are random (RFC 9562, 5.7): of twenty made in the same instant none is near another.
  const random = ids.map((id) => BigInt(`0x${id.slice(19).replace('-', '')}`)).sort((one, another) => (one < another ? -1 : 1))
  random.slice(1).forEach((one, i) => expect(one - (random[i] ?? 0n)).toBeGreaterThan(1n << 24n))
  for (const id of ids) {
    const before = await portal.env.store.drafts.load(id)
    for (const [path, fields] of [['kitchen', { kitchen: 'none' }], ['review', { declared: 'yes' }], ['sources', {}]] as const) expect((await other.post(`/apply/${id}/${path}`, fields)).status).toBe(404)
    expect(await portal.env.store.drafts.load(id)).toEqual(before)
  }
  for (const id of ids.flatMap((one) => neighbours(one, 5))) expect((await owner.get(`/apply/${id}`)).status).toBe(404)
})

test('nothing that somebody writes makes the portal ask an address (Drupal Webform, CVE-2026-96370)', async () => {
  let asked = 0
  const listener = createServer((_request, response) => {
    asked += 1
    response.end('inside')
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const inside = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`
  const draft = await newDraft()
  await owner.post(`/apply/${draft}/kitchen`, { kitchen: 'hot' })
  const typed = [inside, `[x](${inside})`, `<img src="${inside}">`, `url(${inside})`, `@${inside}`, `${inside}?x=%0d%0aHost:x`, `\\\\127.0.0.1\\share`, `file://${inside}`]
  for (const text of typed) {
    await owner.post(`/apply/${draft}/food_safety_manager`, { food_safety_manager: text })
    await owner.get(`/apply/${draft}/review`)
    await owner.get(`/services?${new URLSearchParams({ q: text })}`)
    await owner.get(`/sign-in?${new URLSearchParams({ returnTo: text })}`)
    await owner.get(`/verify/${encodeURIComponent(text)}`)
    const form = new FormData()
    form.set('floor_plan', text)
    await owner.post(`/apply/${draft}/floor_plan`, form)
  }
  listener.close()
  expect(asked).toBe(0)
})

test('sign-ins that are tried out end after a few, whoever they are for (CRA and GCKey, 2020)', async () => {
  const door = await secondDoor(portal, { budgets: makeBudgets(usualBudgets) })
  const client = new Client(door.url)
  const statuses: number[] = []
  for (let i = 0; i < 200; i += 1) statuses.push((await client.post('/sign-in', { person: `citizen-${i}-nobody` })).status)
  door.stop()
  const { points } = usualBudgets.address_sign_in
  expect(statuses.filter((status) => status === 422)).toHaveLength(points)
  expect(statuses.slice(points).every((status) => status === 429)).toBe(true)
})

test('an answer is never an expression: what looks like one stays the words it is (n8n, CVE-2025-68613)', async () => {
  const expressions = [
    '{{ (function(){ return this.process.mainModule.require("child_process").execSync("id") })() }}', '={{ $json }}', '${process.exit(1)}', 'constructor.constructor("return process")().exit()',
    '"; process.exit(1); //', 'food_safety_manager = "x" or true', '__proto__.polluted = 1', '#{7*7}', '<%= process.env %>',
  ]
  const draft = await newDraft()
  await owner.post(`/apply/${draft}/kitchen`, { kitchen: 'hot' })
  for (const text of expressions) {
    const sent = await owner.post(`/apply/${draft}/food_safety_manager`, { food_safety_manager: text })
    expect([sent.status, leadsTo(sent).startsWith(`/apply/${draft}`)]).toEqual([303, true])
    expect((await portal.env.store.drafts.load(draft))?.answers.food_safety_manager?.value).toBe(text)
    expect((await owner.get(`/apply/${draft}/review`)).status).toBe(200)
  }
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('a code that somebody guesses opens nothing, and codes hold more than 128 bits (Open Forms, CVE-2026-28803)', async () => {
  const codes = Array.from({ length: 200 }, () => portal.env.chance.code())
  expect(new Set(codes).size).toBe(codes.length)
  const [one = ''] = codes
  const alphabet = new Set(codes.join(''))
  expect(one.length * Math.log2(alphabet.size)).toBeGreaterThan(128)
  for (const code of codes) for (const path of [`/certificates/${code}.pdf`, `/renew/${code}`]) expect((await other.get(path)).status).toBe(404)
})

test('going back after somebody else has signed in shows nothing of who was there before (Companies House, 2026)', async () => {
  const draft = await newDraft()
  const browser = await Client.signedIn(portal.url, 'citizen-0000')
  const pages = [`/apply/${draft}`, '/cases', '/my-data', '/']
  for (const page of pages) expect((await browser.get(page)).headers.get('Cache-Control')).toContain('no-store')
  await browser.post('/sign-out', {})
  await browser.post('/sign-in', { person: 'citizen-0003' })
  const before = (await portal.env.store.people.find('citizen-0000'))?.name ?? ''
  expect((await browser.get(`/apply/${draft}`)).status).toBe(404)
  for (const page of pages) expect(await (await browser.get(page)).text()).not.toContain(before)
})

test('nobody finds out by identity numbers who there is, one by one or by the thousand (ACRA, 2024)', async () => {
  const city = await Promise.all(Array.from({ length: 40 }, (_, i) => portal.env.store.people.find(`citizen-${String(i + 10).padStart(4, '0')}`)))
  const real = city.flatMap((person) => person?.subject ?? [])
  expect(real.length).toBeGreaterThan(30)
  const invented = real.map((_, i) => identityNumber('1931-01-01', 500 + i))
  const page = await (await other.get('/mandates/new')).text()
  const whom = /name="for"[^>]*value="([^"]*)"/.exec(page)?.[1] ?? /value="([^"]*)"[^>]*name="for"/.exec(page)?.[1] ?? ''
  const told = async (number: string): Promise<string> => {
    const grant = await other.post('/mandates/new', { for: whom, identity_number: number, name: '无此人', scope: 'all', 'until-year': '2026', 'until-month': '12', 'until-day': '31' })
    const found = await other.get(`/services?${new URLSearchParams({ q: number })}`)
    const opened = await other.get(`/my-data?${new URLSearchParams({ whose: number, of: number })}`)
    const said = await Promise.all([grant, found, opened].map(async (answer) => `${answer.status} ${await answer.text()}`))
    // What repeats what was sent, and the number of the request itself.
    return said.join('\n').replaceAll(number, 'NUMBER').replaceAll(/[0-9a-f]{12}/g, '')
  }
  const answers = new Set(await Promise.all([...real, ...invented].map(told)))
  expect(answers.size).toBe(1)
})
