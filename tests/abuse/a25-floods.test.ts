import { connect, type Socket } from 'node:net'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { Client } from './client.ts'
import { counter } from './counter.ts'
import { rawRequest } from './raw-request.ts'

export const ATTEMPTS = 150

const MB = 1_000_000
const tried = counter()
let portal: TestPortal
let citizen: Client
let draft: string
beforeAll(async () => {
  portal = await startPortal()
  citizen = await Client.signedIn(portal.url, 'citizen-0000')
  const person = await portal.env.store.people.find('citizen-0000')
  draft = await citizen.begin('restaurant-opening', { for: `company:${person?.companies[0]?.code ?? ''}` })
})
afterAll(() => portal.stop())

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' }
const MULTIPART = { 'Content-Type': 'multipart/form-data; boundary=x', 'Sec-Fetch-Site': 'same-origin' }
const part = (name: string, value: string): string => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const stored = async () => JSON.stringify(await portal.env.store.drafts.load(draft.split('/')[2] ?? ''))

test('a form of 5,000 fields, of 1 MB, or with one enormous answer changes nothing', async () => {
  const before = await stored()
  const many = Array.from({ length: 5000 }, (_, number): [string, string] => [`field${number}`, 'x'])
  for (const path of [`${draft}/seats`, `${draft}/phone`, `${draft}/review`]) {
    expect((await tried.of(citizen.post(path, many))).status, path).toBe(422)
    expect((await tried.of(citizen.post(path, { seats: '1'.repeat(MB), phone: '1'.repeat(MB) }))).status, path).toBe(413)
    expect((await tried.of(citizen.post(path, { seats: '1'.repeat(200_000), phone: '1'.repeat(200_000) }))).status, path).toBeOneOf([413, 422])
  }
  expect(await stored()).toBe(before)
})

test('10,000 parts of an upload are not read into memory', async () => {
  const body = Array.from({ length: 10_000 }, (_, number) => part(`p${number}`, 'x'.repeat(50))).join('') + '--x--\r\n'
  for (const path of [`${draft}/floor_plan`, `${draft}/seats`, '/preferences', '/sign-in', '/mandates', `${draft}/review`]) {
    const response = await tried.of(citizen.send(path, { method: 'POST', body, headers: MULTIPART }))
    expect(response.status, path).toBeLessThan(500)
  }
})

test.each(['/preferences', '/sign-in', '/sign-out', '/my-sessions'])('60 MB in a form without a question for files are not kept in memory at %s', async (path) => {
  const body = Buffer.from(`${part('lang', 'x'.repeat(60 * MB))}--x--\r\n`)
  const before = process.memoryUsage().rss
  const statuses = await Promise.all(Array.from({ length: 3 }, () => tried.of(rawRequest(portal.url + path, 'POST', MULTIPART, body).then(({ status }) => status))))
  expect(Math.max(...statuses)).toBeLessThan(500)
  expect((process.memoryUsage().rss - before) / MB).toBeLessThan(100)
})

test('what is no form is the sender’s mistake, and fills no log', async () => {
  const bodies: [string, string][] = [['application/json', '{"a":1}'], ['text/plain', 'a=1'], ['multipart/form-data', 'x'], ['multipart/form-data; boundary=x', '--y'], ['multipart/form-data; boundary=x', part('a', '1')], ['application/xml', '<a/>'], ['', 'x']]
  for (const path of ['/sign-in', '/preferences', `${draft}/seats`, `${draft}/review`]) for (const [type, body] of bodies) {
    const response = await tried.of(citizen.send(path, { method: 'POST', body, headers: { 'Content-Type': type } }))
    expect(response.status, `${type} at ${path}`).toBe(400)
  }
})

test.each([['says how long it is', true], ['does not say so', false]])('a body without end that %s is broken off', async (_how, says) => {
  for (const path of ['/sign-in', '/preferences', '/registers/health/records']) {
    const body = Buffer.alloc(2 * MB, 'a')
    const answer = await tried.of(rawRequest(portal.url + path, 'POST', { ...FORM, ...(says ? {} : { 'Content-Length': '', 'Transfer-Encoding': 'chunked' }) }, body).then(({ status }) => status, () => 'broken off'))
    expect(answer, path).toBeOneOf([413, 'broken off', 401])
  }
})

test('50 slow connections keep nobody from a page', async () => {
  const { hostname, port } = new URL(portal.url)
  const slow = await Promise.all(Array.from({ length: 50 }, (_, number) => tried.of(dribble(hostname, Number(port), number))))
  const beside = Array.from({ length: 20 }, () => rawRequest(`${portal.url}/help`, 'GET', {}).then(({ status }) => status))
  expect(await Promise.all(beside)).toEqual(beside.map(() => 200))
  for (const socket of slow) socket.destroy()
})

/** A request that never ends: half its head, or half its body. */
function dribble(host: string, port: number, number: number): Promise<Socket> {
  return new Promise((done) => {
    const socket = connect(port, host, () => {
      socket.on('error', () => undefined)
      socket.write(number % 2 ? 'GET /help HTTP/1.1\r\nHost: x\r\nX-a: ' : 'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nperson=')
      done(socket)
    })
  })
}

test('heads and addresses that are too long, and words that are no methods, are refused', async () => {
  const asks: [string, string, Record<string, string>][] = [
    ['GET', `/${'a'.repeat(20_000)}`, {}], ['GET', '/help', { 'X-Long': 'a'.repeat(20_000) }], ['GET', '/help', { Cookie: 'a'.repeat(20_000) }],
    ['GET', `/services?${'q=a&'.repeat(3000)}`, {}], ['GET', `/services?q=${'a'.repeat(10_000)}`, {}], ['GET', `/help${'/a'.repeat(5000)}`, {}], ['GET', `/${'%2e%2e%2f'.repeat(1000)}`, {}],
  ]
  for (const [method, path, headers] of asks) expect((await tried.of(rawRequest(portal.url + path, method, headers))).status, path.slice(0, 20)).toBeOneOf([200, 400, 404, 414, 431])
  const searches = Array.from({ length: 40 }, (_, number) => tried.of(rawRequest(`${portal.url}/services?q=${encodeURIComponent('开餐馆'.repeat(300) + number)}`, 'GET', {})))
  const beside = Array.from({ length: 20 }, () => rawRequest(`${portal.url}/healthz`, 'GET', {}))
  for (const { status } of await Promise.all([...searches, ...beside])) expect(status).toBe(200)
})

test('all of this was tried', () => expect([tried.made >= ATTEMPTS, portal.errors], String(tried.made)).toEqual([true, []]))
