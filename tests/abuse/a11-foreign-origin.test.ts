import { afterAll, beforeAll, expect, test } from 'vitest'

import { type Owned, policies } from '#app/http/policies.ts'

import { actor, begun, submitted } from '#tests/factories/environment.ts'

import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { counter } from './counter.ts'
import { rawRequest } from './raw-request.ts'

export const ATTEMPTS = 800

const tried = counter()
let portal: TestPortal
let cookie: string
let addresses: string[]

/** What another site can make a browser say of where a request comes from. */
const foreign = (host: string): Readonly<Record<string, Record<string, string>>> => ({
  'another site': { Origin: 'https://elsewhere.example' },
  'another site, as browsers mark it': { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' },
  'a sister site': { Origin: `http://evil.${host}`, 'Sec-Fetch-Site': 'same-site' },
  'another port': { Origin: `http://${host.split(':')[0]}:1` },
  'nowhere': { Origin: 'null' },
  'nothing said': {},
  'no address': { Origin: 'x' },
})
const OWNER = 'citizen-0003'
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const

beforeAll(async () => {
  portal = await startPortal()
  const objects = await ownThings()
  const signIn = await rawRequest(`${portal.url}/sign-in`, 'POST', { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }, `person=${OWNER}`)
  cookie = [signIn.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]).join('; ')
  addresses = Object.entries(policies).flatMap(([id, { write, owned }]) => (write ? [addressOf(id, owned ? objects[owned] : 'x')] : []))
})
afterAll(() => portal.stop())

/** What the victim has, so that every address is a real one of theirs. */
async function ownThings(): Promise<Readonly<Record<Owned, string>>> {
  const { env } = portal
  const ref = await submitted(env, 'disabled-parking-badge', OWNER)
  const state = await env.store.cases.loadByRef(ref)
  const subject = (await env.store.people.find(OWNER))?.subject ?? ''
  const { rows } = await env.store.access.of({ subject, now: env.now(), department: null, since: null, until: null }, { limit: 1 })
  const draft = await begun(env, await actor(env, OWNER), 'disabled-parking-badge')
  return { case: ref, draft, file: state?.answers.portrait?.file?.id ?? '', certificate: state?.results[0]?.code ?? '', access_entry: rows[0]?.id ?? '', alert: 'x' }
}

/** `routes/cases.$ref.pay.$wait` with its first parameter given. */
function addressOf(id: string, object: string): string {
  const [head = '', ...rest] = id.replace('routes/', '').replaceAll('[.]', '\u0000').split('$')
  const path = head + rest.map((one, index) => one.replace(/^[a-z]+/, index === 0 ? object : 'x')).join('')
  return `/${path.replaceAll('.', '/').replaceAll('\u0000', '.').replace(/\/?_index$/, '')}`
}

/** Everything that a form could have changed: the chain has a row for every event, state and access entry. */
async function everything(): Promise<unknown> {
  const { store } = portal.env
  const people = ['citizen-0000', 'citizen-0001', 'citizen-0002', 'citizen-0003']
  return { chain: await store.chain.head(), totals: await store.security.totals(0), sessions: await Promise.all(people.map((person) => store.sessions.openOf(person, portal.clock.now))) }
}

const FORM = 'intent=confirm&declared=yes&version=1&person=staff-clerk&lang=ar&text=x&value=x&session=others&id=x'

test('a form of another site changes nothing, at any address, by any method', async () => {
  const before = await everything()
  for (const path of addresses) for (const [whence, headers] of Object.entries(foreign(new URL(portal.url).host))) for (const method of METHODS) {
    const answer = await tried.of(rawRequest(portal.url + path, method, { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded', ...headers }, FORM))
    expect([answer.status, answer.body, answer.headers['set-cookie']], `${method} ${path} from ${whence}`).toEqual([403, 'Forbidden', undefined])
  }
  expect(await everything()).toEqual(before)
})

test('nor by a method that is told beside the real one, or in a body that is no form', async () => {
  const before = await everything()
  for (const path of addresses) {
    const ways: [string, Record<string, string>, string][] = [
      ['GET', { 'X-HTTP-Method-Override': 'POST', 'X-Method-Override': 'DELETE' }, ''],
      ['POST', { 'Content-Type': 'text/plain', Origin: 'https://elsewhere.example' }, FORM],
      ['POST', { 'Content-Type': 'application/json', Origin: 'https://elsewhere.example' }, '{"intent":"confirm"}'],
      ['POST', { Origin: 'https://elsewhere.example', Host: 'elsewhere.example:1', 'X-Forwarded-Host': new URL(portal.url).host }, ''],
    ]
    for (const [method, headers, body] of ways) {
      const { status } = await tried.of(rawRequest(`${portal.url}${path}?_method=POST`, method, { Cookie: cookie, ...headers }, body))
      if (method === 'POST') expect(status, path).toBe(403)
    }
  }
  const { chain } = (await everything()) as { chain: unknown }
  expect(chain).toEqual((before as { chain: unknown }).chain)
})

test('all of this was tried, at every address that takes a form', () => {
  expect(addresses.length).toBe(Object.values(policies).filter(({ write }) => write).length)
  expect([tried.made >= ATTEMPTS, portal.errors], String(tried.made)).toEqual([true, []])
})
