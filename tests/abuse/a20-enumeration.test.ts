import { afterAll, beforeAll, expect, test } from 'vitest'

import { actor, begun, submitted } from '#tests/factories/environment.ts'

import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { Client } from './client.ts'
import { counter } from './counter.ts'
import { signInAs } from './sign-in-as.ts'

export const ATTEMPTS = 500

const EACH = 30
const tried = counter()
let portal: TestPortal
let stranger: Client
let clerk: Client
beforeAll(async () => {
  portal = await startPortal()
  stranger = await signInAs(portal, 'citizen-0009')
  clerk = await signInAs(portal, 'staff-dispatcher')
})
afterAll(() => portal.stop())

/** All that an answer tells, but for what was asked and the number of the request. */
async function told(response: Response, asked: string): Promise<string> {
  const head = ['content-type', 'location', 'cache-control', 'set-cookie'].map((name) => (response.headers.get(name) ?? '').replace(/onetrip_notice=[^;]*/, 'onetrip_notice'))
  const text = await response.text()
  // the length is the text's own, so that it tells no more than the text: what was asked, of one length or another, is in it
  const length = response.headers.get('content-length')
  if (length !== null) expect(Number(length)).toBe(Buffer.byteLength(text))
  const said = [response.status, ...head, text].join('\n').replaceAll(asked, 'ASKED').replaceAll(encodeURIComponent(asked), 'ASKED')
  return said.replaceAll(/[0-9a-f]{12}|nonce="[^"]*"/g, '')
}

/** Asks in turn for what is there and for what is not: the answers are one and the same. */
async function expectOneAnswer(there: readonly string[], missing: (number: number) => string, ask: (object: string) => Promise<Response>): Promise<void> {
  const answers = new Set<string>()
  for (const [number, object] of there.entries()) for (const asked of [object, missing(number)]) answers.add(await told(await tried.of(ask(asked)), asked))
  expect([...answers].length, [...answers].join('\n----\n').slice(0, 3000)).toBe(1)
}

const uuid = (number: number): string => `0199a000-0000-7000-8000-${String(number).padStart(12, '0')}`

test('nobody learns which cases there are by trying numbers (tax registrations, Florida, 2022)', async () => {
  const refs: string[] = []
  for (let number = 0; number < EACH; number += 1) refs.push(await submitted(portal.env, 'restaurant-opening', 'citizen-0000'))
  const missing = (number: number): string => (refs[number] ?? '').replace(/.$/, (last) => (last === 'Z' ? 'Y' : 'Z'))
  for (const path of ['', '/receipt', '/certificate', '/withdraw']) await expectOneAnswer(refs.slice(0, path === '' ? EACH : 5), missing, (ref) => stranger.get(`/cases/${ref}${path}`))
  await expectOneAnswer(refs, missing, (ref) => clerk.get(`/desk/cases/${ref}`))
  await expectOneAnswer(refs.slice(0, 10), missing, (ref) => clerk.get(`/desk/find?ref=${ref}`))
  await expectOneAnswer(refs.slice(0, 10), missing, (ref) => new Client(portal.url).get(`/cases/${ref}`))
  await expectOneAnswer(refs.slice(0, 10), missing, (ref) => stranger.get(`/notices/${ref}`))
  // Not one after the other: of two handed in one after the other, neither tells the next.
  const tails = refs.map((ref) => ref.split('-').slice(1).join(''))
  expect(new Set(tails.map((tail) => tail.slice(0, 3))).size).toBeGreaterThan(EACH / 2)
})

test('nor which drafts and files there are', async () => {
  const owner = await actor(portal.env, 'citizen-0001')
  const drafts: string[] = []
  for (let number = 0; number < EACH; number += 1) drafts.push(await begun(portal.env, owner, 'driving-licence-renewal'))
  await expectOneAnswer(drafts, uuid, (draft) => stranger.get(`/apply/${draft}`))
  await expectOneAnswer(drafts, uuid, (draft) => stranger.post(`/apply/${draft}/review`, { declared: 'yes' }))
  const badge = await portal.env.store.cases.loadByRef(await submitted(portal.env, 'disabled-parking-badge', 'citizen-0003'))
  const file = badge?.answers.portrait?.file?.id ?? ''
  await expectOneAnswer([file], uuid, (id) => stranger.get(`/files/${id}`))
  await expectOneAnswer([file], uuid, (id) => stranger.get(`/files/${id}?case=${badge?.ref}`))
  await expectOneAnswer([badge?.results[0]?.code ?? ''], () => 'A'.repeat(26), (code) => stranger.get(`/certificates/${code}.pdf`))
  await expectOneAnswer([badge?.results[0]?.code ?? ''], () => 'A'.repeat(26), (code) => stranger.get(`/renew/${code}`))
})

test('nor who lives here: a number without its name is answered as one that nobody has', async () => {
  const people = await Promise.all(Array.from({ length: EACH }, (_, number) => portal.env.store.people.find(`citizen-${String(number + 20).padStart(4, '0')}`)))
  const numbers = people.flatMap((person) => person?.subject ?? [])
  const grant = (number: string) => stranger.post('/mandates/new', { name: '无此人', identity_number: number, scope: 'all', 'until-year': '2026', 'until-month': '5', 'until-day': '1' })
  await expectOneAnswer(numbers, (number) => `99010119890610${String(9000 + number)}`, grant)
  const names = people.flatMap((person) => person?.name ?? [])
  const byName = (name: string) => stranger.post('/mandates/new', { name, identity_number: '990101198906109999', scope: 'all', 'until-year': '2026', 'until-month': '5', 'until-day': '1' })
  await expectOneAnswer(names, () => '无此人', byName)
  const ids = people.flatMap((person) => (person && !person.demo ? [person.id] : []))
  expect(ids.length).toBeGreaterThan(10)
  await expectOneAnswer(ids, (number) => `citizen-9${String(number).padStart(3, '0')}`, (person) => new Client(portal.url).post('/sign-in', { person }))
})

test('a certificate’s code has 128 bits and more, and none is found by trying', async () => {
  for (let number = 0; number < 50; number += 1) {
    const code = portal.env.chance.code()
    expect(Math.log2(32) * code.replaceAll('-', '').length).toBeGreaterThanOrEqual(128)
    expect((await tried.of(new Client(portal.url).get(`/verify/${code}`))).status).toBe(404)
  }
})

test('all of this was tried', () => expect([tried.made >= ATTEMPTS, portal.errors], String(tried.made)).toEqual([true, []]))
