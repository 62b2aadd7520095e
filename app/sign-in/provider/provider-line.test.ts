import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, expect, test } from 'vitest'

import type { Provider } from './provider.ts'
import { lineTo } from './provider-line.ts'

let server: Server | null = null
let asked: string[] = []
const lines: ReturnType<typeof lineTo>[] = []

afterEach(async () => {
  for (const line of lines.splice(0)) await line.close()
  server?.closeAllConnections()
  await new Promise((done) => server?.close(done))
})

/** A provider that answers like this. @returns its issuer */
async function answering(answer: RequestListener): Promise<string> {
  asked = []
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function line(issuer: string, addresses: readonly string[] = ['127.0.0.0/8'], now = Date.now): ReturnType<typeof lineTo> {
  const provider: Provider = {
    id: 'city', issuer, clientId: 'c', clientSecret: 's', name: { 'zh-CN': '', en: '', ar: '' }, for: 'citizens', identityClaim: 'sub', nameClaim: 'name', scope: 'openid',
    levels: {}, secondFactor: { acr: [], amr: [] }, endSession: false, addresses,
  }
  const made = lineTo(provider, now)
  lines.push(made)
  return made
}

/** What an issuer says of itself. @param more what is off */
const saying = (issuer: () => string, more: Record<string, unknown> = {}): RequestListener => (_, response) =>
  void response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ issuer: issuer(), authorization_endpoint: `${issuer()}/auth`, token_endpoint: `${issuer()}/token`, jwks_uri: `${issuer()}/jwks`, ...more }))

test('asks once an hour, and again after a failure', async () => {
  let down = true
  let issuer = ''
  issuer = await answering((request, response) => (down ? void response.writeHead(500).end() : saying(() => issuer)(request, response)))
  let now = 0
  const one = line(issuer, undefined, () => now)
  await expect(one.configuration()).rejects.toThrow()
  down = false
  for (const at of [0, 3_599_999, 3_600_000]) {
    now = at
    expect((await one.configuration()).serverMetadata().issuer).toBe(issuer)
  }
  expect(asked).toHaveLength(3)
})

test('no packet leaves for an address that is not allowed', async () => {
  const issuer = await answering((_, response) => void response.end())
  await expect(line(issuer, []).configuration()).rejects.toThrow()
  await expect(line(issuer, ['10.0.0.0/8']).configuration()).rejects.toThrow()
  await expect(line(issuer.replace('127.0.0.1', 'localhost'), []).configuration()).rejects.toThrow()
  expect(asked).toEqual([])
})

test('follows no redirect', async () => {
  const issuer = await answering((_, response) => void response.writeHead(302, { Location: '/elsewhere' }).end())
  await expect(line(issuer).configuration()).rejects.toThrow()
  expect(asked).toEqual(['/.well-known/openid-configuration'])
})

test('believes no issuer that calls itself otherwise, or sends people to another site', async () => {
  let issuer = ''
  issuer = await answering(saying(() => issuer, { issuer: 'https://evil.example' }))
  await expect(line(issuer).configuration()).rejects.toThrow()
  server?.closeAllConnections()
  await new Promise((done) => server?.close(done))
  for (const more of [{ authorization_endpoint: 'https://evil.example/auth' }, { end_session_endpoint: 'https://evil.example/out' }]) {
    issuer = await answering(saying(() => issuer, more))
    await expect(line(issuer).configuration()).rejects.toThrow('the issuer sends people elsewhere')
    server?.closeAllConnections()
    await new Promise((done) => server?.close(done))
  }
})

test('reads no endless answer', async () => {
  let issuer = ''
  issuer = await answering(saying(() => issuer, { padding: 'x'.repeat(2_000_000) }))
  await expect(line(issuer).configuration()).rejects.toThrow()
})
