import { connect } from 'node:net'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { storeUpload } from '#app/use-cases/store-upload.ts'
import { samplePdf } from '#db/demo/paperwork.ts'
import { Client } from '#tests/abuse/client.ts'
import { startPortal, type TestPortal } from '#tests/journeys/test-portal.ts'

/** Every way in which the running portal can answer: pages, files, tables, machines' addresses, and all that is refused before a page. */
const ANSWERS: readonly (readonly [request: string, status: number, body?: number])[] = [
  ['GET /', 200],
  ['GET /healthz', 200],
  ['GET /readyz', 200],
  ['GET /data.jsonld', 200],
  ['GET /schema/service.json', 200],
  ['GET /favicon.svg', 200],
  ['GET /nothing', 404],
  ['GET /.git/config', 404],
  ['GET /package.json', 404],
  ['GET /assets/', 404],
  ['GET /assets/nothing.js', 404],
  ['GET /assets/../../../package.json', 403],
  ['GET /%ff', 400],
  ['GET /files/nothing', 302],
  ['GET /my-data/access.csv', 302],
  ['POST /preferences', 303, 0],
  ['POST /services', 405, 0],
  ['POST /', 413, 300_000],
  ['TRACE /', 405],
  ['PROPFIND /', 405],
]

let portal: TestPortal
beforeAll(async () => void (portal = await startPortal()))
afterAll(() => portal.stop())

/** Sends these lines and nothing more: what a browser would not send either. @param more header lines, each with its end */
function ask(line: string, body?: number, more = ''): Promise<string> {
  return new Promise((done) => {
    let answer = ''
    const socket = connect(Number(new URL(portal.url).port), '127.0.0.1')
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => done(answer))
    const length = body === undefined ? '' : `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body}\r\n`
    socket.write(`${line} HTTP/1.1\r\nHost: ${new URL(portal.url).host}\r\n${length}${more}Connection: close\r\n\r\n`)
  })
}

const headersOf = (answer: string): Headers => new Headers(answer.split('\r\n\r\n')[0]?.split('\r\n').slice(1).map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]))

describe.each(ANSWERS.map(([line, status, body]) => ({ line, status, body })))('$line', ({ line, status, body }) => {
  test(`is answered by ${status}, with everything that browsers have to be told and nothing of the program`, async () => {
    const answer = await ask(line, body)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    const headers = headersOf(answer)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*object-src 'none'.*frame-ancestors 'none'.*base-uri 'none'/)
    expect(headers.get('Referrer-Policy')).toBe('same-origin')
    for (const name of ['X-Powered-By', 'Server', 'Access-Control-Allow-Origin']) expect(headers.get(name), name).toBeNull()
    if (/^text\//.test(headers.get('Content-Type') ?? '')) expect(headers.get('Content-Type')).toContain('charset=utf-8')
    if (status >= 400) expect(headers.get('Cache-Control')).toContain('no-store')
    expect(answer).not.toMatch(/node_modules|\/app\/|\.ts:\d|Error: |ENOENT/)
  })
})

test('an uploaded file is a thing to save: it is shown in no frame, and runs nothing', async () => {
  const owner = await Client.signedIn(portal.url, 'citizen-0000')
  const { id } = await storeUpload(portal.env, { kind: 'citizen', id: 'citizen-0000', name: 'x', companies: [], mandates: [] }, { name: 'plan.pdf', content: samplePdf('x') }, null)
  const { status, headers } = await owner.get(`/files/${id}`)
  expect([status, headers.get('Content-Type'), headers.get('X-Content-Type-Options')]).toEqual([200, 'application/pdf', 'nosniff'])
  expect(headers.get('Content-Disposition')).toMatch(/^attachment;/)
  expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('Content-Security-Policy')).toContain("sandbox; default-src 'none'")
})

test('where a request says it comes from counts only when a proxy says so that is trusted', async () => {
  const networks = async (): Promise<(string | null)[]> => (await portal.env.store.security.uses(0)).map(({ network }) => network)
  const forged = ['Forwarded: for=203.0.113.7', 'X-Forwarded-For: 203.0.113.7', 'X-Real-IP: 203.0.113.7'].map((line) => `${line}\r\n`).join('')
  expect(await ask('GET /nothing', undefined, forged)).toMatch(/^HTTP\/1.1 404 /)
  expect(await networks()).toContain('127.0.0.0/24')
  expect(await networks()).not.toContain('203.0.113.0/24')
})

test('a body with two lengths is refused, so that nobody reads the rest of it as another request', async () => {
  expect(await ask('POST /preferences', 4, 'Transfer-Encoding: chunked\r\n')).toMatch(/^HTTP\/1.1 400 /)
  expect(await ask('POST /preferences', 4, 'Content-Length: 5\r\n')).toMatch(/^HTTP\/1.1 400 /)
})
