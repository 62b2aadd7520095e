import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, expect, test } from 'vitest'

import type { LeasedMessage } from '#db/store.ts'
import { buildMessage } from '#tests/factories/message.ts'

import { postMessages } from './post-message.ts'

type Received = { method: string; path: string; headers: IncomingMessage['headers']; body: string }

let server: Server
let url: string
let received: Received[]
let answer: { status: number; headers?: Record<string, string> }

const message: LeasedMessage = { ...buildMessage({ id: 'm1', params: { ref: '2026-ABCD-1234', name: '李娜' } }), caseId: 'case-1', attempts: 3, fence: 7 }

beforeEach(async () => {
  received = []
  answer = { status: 204 }
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') })
      response.writeHead(answer.status, answer.headers).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

test('posts the message as JSON, known by its id', async () => {
  await postMessages(url)(message)
  expect(received).toHaveLength(1)
  expect(received[0]).toMatchObject({ method: 'POST', path: '/in', headers: { 'content-type': 'application/json', 'idempotency-key': 'm1' } })
  expect(JSON.parse(received[0]?.body ?? '')).toEqual({ id: 'm1', topic: 'submitted', to: 'p1', params: message.params, at: '2026-03-02T01:00:00.000Z' })
})

test('says nothing of how it is kept here', async () => {
  await postMessages(url)(message)
  expect(received[0]?.body).not.toMatch(/case-1|fence|attempts/)
})

test('gives a second try the same key and the same words', async () => {
  await postMessages(url)(message)
  await postMessages(url)({ ...message, attempts: 4, fence: 9 })
  expect(received[1]?.headers['idempotency-key']).toBe(received[0]?.headers['idempotency-key'])
  expect(received[1]?.body).toBe(received[0]?.body)
})

test.each([200, 201, 202, 204])('takes %i for arrived', async (status) => {
  answer = { status }
  await expect(postMessages(url)(message)).resolves.toBeUndefined()
})

test.each([400, 401, 404, 409, 429, 500, 503])('takes %i for not arrived', async (status) => {
  answer = { status }
  await expect(postMessages(url)(message)).rejects.toThrow(`${status} from the outbox's receiver`)
})

test.each([301, 302, 303, 307, 308])('does not carry the message to where %i points', async (status) => {
  answer = { status, headers: { Location: url.replace('/in', '/elsewhere') } }
  await expect(postMessages(url)(message)).rejects.toThrow()
  expect(received.map(({ path }) => path)).toEqual(['/in'])
})

test('fails when nobody listens, and when the line breaks', async () => {
  server.removeAllListeners('request')
  server.on('request', (request) => request.socket.destroy())
  await expect(postMessages(url)(message)).rejects.toThrow()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  await expect(postMessages(url)(message)).rejects.toThrow()
})
