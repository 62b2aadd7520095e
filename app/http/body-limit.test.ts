import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

import express from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { bodyLimit } from './body-limit.ts'

let server: Server
let url: string
let taken = 0
beforeAll(async () => {
  const app = express()
  app.use(bodyLimit)
  app.post('/', (request, response) => {
    let bytes = 0
    request.on('data', (chunk: Buffer) => (bytes += chunk.length))
    request.on('end', () => {
      taken += 1
      response.json({ bytes })
    })
  })
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const FORM = 'application/x-www-form-urlencoded'
const post = (type: string, bytes: number) => fetch(url, { method: 'POST', headers: { 'Content-Type': type }, body: 'x'.repeat(bytes) })

describe('a body', () => {
  test.each([[0], [1], [70_000], [262_144]])('of %i bytes of a form arrives whole', async (bytes) => {
    expect(await (await post(FORM, bytes)).json()).toEqual({ bytes })
  })

  test('that says it is larger is refused before it is read', async () => {
    expect((await post(FORM, 262_145)).status).toBe(413)
    expect((await post('application/json', 1_000_000)).status).toBe(413)
  })

  test('with a file may be larger', async () => {
    expect(await (await post('multipart/form-data; boundary=x', 1_000_000)).json()).toEqual({ bytes: 1_000_000 })
    expect((await post('multipart/form-data; boundary=x', 64 * 1024 * 1024 + 1)).status).toBe(413)
  })

  test('that grows without saying how large it is ends in the middle', async () => {
    const before = taken
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    const closed = new Promise((done) => socket.on('error', () => undefined).on('close', done))
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${FORM}\r\nTransfer-Encoding: chunked\r\n\r\n`)
    const chunk = `${(65_536).toString(16)}\r\n${'x'.repeat(65_536)}\r\n`
    for (let i = 0; i < 8; i += 1) socket.write(chunk)
    socket.write('0\r\n\r\n')
    await closed
    expect(taken).toBe(before)
  })
})
