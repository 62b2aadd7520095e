import { afterAll, beforeAll, expect, test } from 'vitest'

import { policies, type Owned, type Policy } from '#app/http/policies.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'

import { livedCity, MONDAY, startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { Client } from './client.ts'
import { type Belongings, belongingsOf } from './belongings.ts'

/** Somebody who asks. None of the owners is among them. */
const ASKERS = [
  null, 'citizen-0120', 'staff-clerk', 'staff-head', 'staff-food', 'staff-fire', 'staff-food-inspector', 'staff-assessor', 'staff-welfare-head',
  'staff-dispatcher', 'staff-manager', 'staff-security', 'staff-public-security-steward-1',
] as const

const MISSING: Readonly<Record<Owned, string>> = {
  case: 'QH-2026-000000-0', draft: '0199a000-0000-7000-8000-000000000000', file: '0199a000-0000-7000-8000-000000000000',
  certificate: 'AAAAAAAAAAAAAAAAAAAAAAAAAA', access_entry: '0199a000-0000-7000-8000-000000000000', alert: '0199a000-0000-7000-8000-000000000000',
}

let portal: TestPortal
let owners: Belongings[]
const clients = new Map<string | null, Client>()

beforeAll(async () => {
  portal = await startPortal(MONDAY, await livedCity())
  owners = await belongingsOf(portal.env)
  for (const asker of ASKERS) clients.set(asker, asker === null ? new Client(portal.url) : await signIn(asker))
})
afterAll(() => portal.stop())

type Ask = { way: string; send: (client: Client, path: string) => Promise<Response> }

/** As a page, as Remix asks for a page's data alone, and as a form. */
function waysOf(id: string, { read, write }: Policy): Ask[] {
  const data = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}_data=${encodeURIComponent(id)}`
  const fields = { intent: 'confirm', declared: 'yes', version: '1', task: 'acceptance', round: '1', desk: 'market_regulation.clerk', outcome: 'approve', note: 'x', text: 'x', value: 'x' }
  return [
    ...(read ? [{ way: 'page', send: (client: Client, path: string) => client.get(path) }, { way: 'data', send: (client: Client, path: string) => client.get(data(path)) }] : []),
    ...(write ? [{ way: 'form', send: (client: Client, path: string) => client.post(path, fields) }, { way: 'form data', send: (client: Client, path: string) => client.post(data(path), fields) }] : []),
  ]
}

/** `routes/cases.$ref.pay.$wait` with its first parameter given: `/cases/…/pay/x`. */
function pathOf(id: string, object: string): string {
  const [head = '', ...rest] = id.replace('routes/', '').replaceAll('[.]', '\u0000').split('$')
  const named = rest.map((one, index) => one.replace(/^[a-z]+/, index === 0 ? object : 'x')).join('')
  return `/${(head + named).replaceAll('.', '/').replaceAll('\u0000', '.').replace(/\/?_index$/, '')}`
}

/** What is the same whatever was asked for: all of an answer but what repeats the address, and numbers of the request itself. That a desk has narrow lines is no secret. */
async function told(response: Response, object: string): Promise<string> {
  const headers = ['location', 'content-type', 'cache-control', 'content-disposition'].map((name) => response.headers.get(name) ?? '')
  return [response.status, ...headers, await response.text()].join('\n').replaceAll(object, 'OBJECT').replaceAll(encodeURIComponent(object), 'OBJECT').replaceAll(/[0-9a-f]{12}|nonce="[^"]*"| data-density="desk"/g, '')
}

/** A desk sees that there is a case on which it has work, or had, or over whose result it has a right. */
const seesSteps = (state: CaseState | null, desks: readonly string[]): boolean =>
  state !== null && (Object.values(state.tasks).some(({ parts }) => parts.some(({ desk }) => desks.includes(desk))) || desks.some((desk) => desk.endsWith('.head')))

const owned = Object.entries(policies).flatMap(([id, policy]) => (policy.owned ? [{ id, policy, kind: policy.owned }] : []))
let requests = 0

/** The demonstration lets only some people be chosen; here everybody may sign in. */
async function signIn(person: string): Promise<Client> {
  const known = await portal.env.store.people.find(person)
  if (!known) throw new Error(`nobody is called ${person}`)
  await portal.env.store.people.put([{ ...known, demo: known.demo ?? 'driver' }])
  const client = await Client.signedIn(portal.url, person)
  expect(await (await client.get('/')).text(), person).toContain(known.name)
  return client
}

test.each(owned)('$id answers for what is somebody else’s as for what does not exist', { timeout: 600_000 }, async ({ id, policy, kind }) => {
  for (const [asker, client] of clients) {
    if (kind === 'alert' && asker === 'staff-security') continue
    const desks = asker === null ? [] : ((await portal.env.store.people.find(asker))?.desks ?? [])
    for (const { way, send } of waysOf(id, policy)) {
      const missing = await told(await send(client, pathOf(id, MISSING[kind])), MISSING[kind])
      requests += 1
      for (const { object, state } of owners.flatMap((owner) => owner[kind])) {
        if (id.startsWith('routes/desk.') && seesSteps(state, desks)) continue
        expect(await told(await send(client, pathOf(id, object)), object), `${asker} at ${pathOf(id, object)} by ${way}`).toBe(missing)
        requests += 1
      }
    }
  }
})

test('a case named beside a file opens it to nobody', async () => {
  for (const [asker, client] of clients) {
    for (const { object: file } of owners.flatMap((owner) => owner.file)) {
      for (const { object: ref } of owners.flatMap((owner) => owner.case)) {
        const missing = await told(await client.get(`/files/${MISSING.file}?case=${ref}`), MISSING.file)
        expect(await told(await client.get(`/files/${file}?case=${ref}`), file), `${asker}, ${file} of ${ref}`).toBe(missing)
        requests += 2
      }
    }
  }
})

test('pages for others are like pages that are not there', async () => {
  const closed = Object.entries(policies).filter(([id, { owned: whose, read }]) => !whose && read && !id.includes('$') && /routes\/(board|steward|desk|cases|mandates|my-data|security|staff)/.test(id))
  expect(closed.length).toBeGreaterThan(10)
  for (const [id, policy] of closed) {
    for (const [asker, client] of clients) {
      if (asker === null || (await opens(policy, asker))) continue
      for (const { way, send } of waysOf(id, policy)) {
        const nothing = way.includes('data') ? '/nothing-here?_data=routes%2F%24' : '/nothing-here'
        const answer = await send(client, pathOf(id, ''))
        expect(answer.status, `${asker} at ${id} by ${way}`).toBe(404)
        const isFile = answer.headers.get('content-type') === null
        if (isFile) expect(await answer.text()).toBe('')
        else if (way === 'page') expect(await told(answer, `value="${pathOf(id, '')}"`)).toBe(await told(await client.get(nothing), 'value="/nothing-here"'))
        requests += 2
      }
    }
  }
})

/** Does somebody's place let them in at all? Said again here, by the names of desks. */
async function opens({ read }: Policy, asker: string): Promise<boolean> {
  const { kind, desks } = (await portal.env.store.people.find(asker)) ?? { kind: null, desks: [] }
  const roles = desks.map((desk) => desk.split('.')[1] ?? '')
  return (read ?? []).some(({ action }) => {
    if (action === 'apply') return kind === 'citizen'
    if (action === 'see_board') return roles.includes('manager')
    if (action === 'be_steward') return roles.includes('steward')
    if (action === 'see_alerts') return roles.includes('security_officer')
    return action !== 'work_at_desk' || roles.some((role) => role !== 'manager' && role !== 'security_officer')
  })
}

test('the owner opens what nobody else could', async () => {
  for (const owner of owners) {
    const client = await signIn(owner.person)
    expect((await client.get(`/cases/${owner.case[0]?.object}`)).status).toBe(200)
    expect((await client.get(`/apply/${owner.draft[0]?.object}`)).status).toBe(200)
    expect((await client.get(`/files/${owner.file[0]?.object}`)).status).toBe(200)
    expect((await client.get(`/certificates/${owner.certificate[0]?.object}.pdf`)).status).toBe(200)
  }
})

test('these were more than five thousand requests, and nothing went wrong inside', () => {
  console.log(`${requests} requests for what is somebody else’s: 0 told apart from what does not exist`)
  expect(requests).toBeGreaterThan(5000)
  expect(portal.errors).toEqual([])
})
