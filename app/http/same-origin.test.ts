import { request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import express from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { sameOrigin } from './same-origin.ts'

let server: Server
let host: string

beforeAll(async () => {
  const app = express()
  app.use(sameOrigin)
  app.all('*', (_request, response) => void response.status(200).end())
  server = app.listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((done) => server.close(done)))

/** Node's own client: it sends the headers it is told, and no others. */
const send = (method: string, headers: Record<string, string> = {}): Promise<number> =>
  new Promise((done, failed) => {
    const sent = request(`http://${host}/`, { method, headers }, (response) => {
      response.resume()
      response.on('end', () => done(response.statusCode ?? 0))
    })
    sent.on('error', failed)
    sent.end()
  })

const cookie = { Cookie: 'onetrip_session=x' }
const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE']

describe.each(CHANGING)('%s', (method) => {
  test('goes through from the portal’s own pages and from the address bar', async () => {
    expect(await send(method, { 'Sec-Fetch-Site': 'same-origin', ...cookie })).toBe(200)
    expect(await send(method, { 'Sec-Fetch-Site': 'none', ...cookie })).toBe(200)
  })

  test('is refused from another site, from a sister site and from a word nobody knows', async () => {
    for (const site of ['cross-site', 'same-site', '', 'Same-Origin', 'null']) expect(await send(method, { 'Sec-Fetch-Site': site, ...cookie }), site).toBe(403)
  })

  test('believes the browser’s own header before Origin', async () => {
    expect(await send(method, { 'Sec-Fetch-Site': 'cross-site', Origin: `http://${host}`, ...cookie })).toBe(403)
    expect(await send(method, { 'Sec-Fetch-Site': 'same-origin', Origin: 'null', ...cookie })).toBe(200)
  })

  test('of an older browser goes by its Origin', async () => {
    expect(await send(method, { Origin: `http://${host}`, ...cookie })).toBe(200)
    expect(await send(method, { Origin: `https://${host}`, ...cookie })).toBe(200)
    for (const origin of ['http://evil.example', `http://${host}.evil.example`, `http://evil.example/${host}`, 'http://127.0.0.1:1', `http://${host}@evil.example`]) {
      expect(await send(method, { Origin: origin, ...cookie }), origin).toBe(403)
    }
  })

  test('is refused when the Origin is null or no address', async () => {
    for (const origin of ['null', '', 'nonsense', '//']) expect(await send(method, { Origin: origin }), origin).toBe(403)
  })

  test('that states no origin is a machine’s, and must carry no cookie', async () => {
    expect(await send(method)).toBe(200)
    expect(await send(method, cookie)).toBe(403)
  })
})

test('reading is open to links from anywhere', async () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(await send(method, { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://evil.example', ...cookie }), method).toBe(200)
})

test('a method in small letters does not slip through', async () => {
  expect(await send('delete', { 'Sec-Fetch-Site': 'cross-site', ...cookie })).toBe(403)
})
