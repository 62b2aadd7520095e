import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

import express from 'express'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { loadLocales } from '#app/i18n/load-locales.server.ts'
import { StoreAway } from '#db/store-away.ts'

import { lastResort } from './last-resort.ts'
import { readableRequest } from './readable-request.ts'

const lines: string[] = []
let server: Server

beforeAll(async () => {
  const app = express()
  app.use((_request, response, next) => {
    response.locals.requestId = 'a1b2c3'
    next()
  })
  app.use(readableRequest)
  app.use('/assets', express.static('app/http', { fallthrough: false }))
  app.get('/half', (_request, response) => {
    response.write('half')
    throw new Error('in the middle of an answer')
  })
  app.all('/away', () => {
    throw new StoreAway('connect ECONNREFUSED 10.0.0.7')
  })
  app.all('*', () => {
    throw new Error('the password is hunter2')
  })
  app.use(lastResort({ log: pino({ level: 'error' }, { write: (line: string) => void lines.push(line) }), i18n: loadLocales('locales') }))
  server = app.listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
})
afterAll(() => new Promise((done) => server.close(done)))
beforeEach(() => void (lines.length = 0))

/** The answer to these first two lines of a request, to the letter: clients that know HTTP would not send some of them. */
const ask = (line: string, host = 'portal.example'): Promise<string> =>
  new Promise((done) => {
    let answer = ''
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    socket.on('close', () => done(answer))
    socket.write(`${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  })

const INSIDE = /hunter2|node_modules|\.ts|\.js|at new |Error:|ENOENT|\/app\//

describe('what goes wrong outside of any page', () => {
  test.each([
    ['GET /%ff', 400],
    ['GET /assets/nothing.css', 404],
    ['GET /assets/', 404],
    ['GET /assets/%00', 400],
    ['GET /assets/../../package.json', 403],
  ])('%s is answered by %i and a word, and is not in the log', async (line, status) => {
    const answer = await ask(line)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toMatch(/\r\nCache-Control: no-store\r\nContent-Type: text\/plain; charset=utf-8\r\n/i)
    expect(answer).not.toMatch(INSIDE)
    expect(lines).toEqual([])
  })

  test('within the portal is answered by the number under which the log has the cause', async () => {
    const answer = await ask('GET /cases?name=somebody')
    expect(answer).toMatch(/^HTTP\/1.1 500 /)
    expect(answer).toContain('a1b2c3')
    expect(answer).not.toMatch(INSIDE)
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 50, requestId: 'a1b2c3', method: 'GET', path: '/cases', err: { message: 'the password is hunter2' } })
    expect(lines[0]).not.toContain('somebody')
  })

  test.each([['GET', '<a href="">'], ['POST', '</p></main>']])('while the store is away a %s is told in a page when to come back', async (method, way) => {
    const answer = await ask(`${method} /away?name=somebody`)
    expect(answer).toMatch(/^HTTP\/1.1 503 /)
    expect(answer).toMatch(/\r\nRetry-After: 5\r\n/)
    expect(answer).toContain(way)
    expect(answer).not.toMatch(/10\.0|ECONN/)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { message: 'connect ECONNREFUSED 10.0.0.7' } })
  })

  test('in the middle of an answer breaks it off', async () => {
    const answer = await ask('GET /half')
    expect(answer).toContain('half')
    expect(answer).not.toMatch(INSIDE)
    expect(answer.endsWith('0\r\n\r\n')).toBe(false)
    expect(lines).toHaveLength(1)
  })
})

describe('a request that no page could read', () => {
  test.each(['TRACE', 'PROPFIND', 'M-SEARCH', 'PURGE'])('by %s is refused, and nothing of it is sent back', async (method) => {
    const answer = await ask(`${method} /cases?name=somebody`)
    expect(answer).toMatch(/^HTTP\/1.1 405 /)
    expect(answer).toContain('Allow: GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE')
    expect(answer).not.toContain('somebody')
    expect(lines).toEqual([])
  })

  test.each(['a b', 'portal.example:99999', '[::1', ''])('to the host %j is refused', async (host) => {
    expect(await ask('GET /', host)).toMatch(/^HTTP\/1.1 400 /)
    expect(lines).toEqual([])
  })
})
