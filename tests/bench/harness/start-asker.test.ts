import { createServer, type Server } from 'node:http'

import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Asking } from './asking.ts'
import { type Asker, startAsker } from './start-asker.ts'

let server: Server
let url: string
let asker: Asker
let asked: string[]

beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.end(request.url === '/a3' ? 'something else' : 'right')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
  asker = startAsker()
})

afterEach(async () => {
  await asker.stop()
  server.closeAllConnections()
  server.close()
})

const asking = (method: 'GET' | 'POST', path: string): Asking => ({ method, path, headers: {}, expect: { status: 200, contains: ['right'] } })

test('a process of its own asks in order, goes on counting where it is told, and times each answer', async () => {
  const loaded = await asker.load({ url, askings: [asking('GET', '/a{n}'), asking('POST', '/b{n}')], requests: 4, hands: 1, from: 6 })
  expect(asked).toEqual(['GET /a6', 'POST /b7', 'GET /a8', 'POST /b9'])
  expect(loaded.latencies).toHaveLength(4)
  expect(loaded.latencies.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(loaded.seconds * 1000)
})

test('one wrong answer spoils the load, and says which; the next load is heard again', async () => {
  await expect(asker.load({ url, askings: [asking('GET', '/a{n}')], requests: 10, hands: 2 })).rejects.toThrow('GET /a3: no right in it')
  await expect(asker.load({ url, askings: [asking('GET', '/b')], requests: 2, hands: 2 })).resolves.toMatchObject({ latencies: [expect.any(Number), expect.any(Number)] })
})
