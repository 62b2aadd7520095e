import express, { type Response } from 'express'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { guestPages } from './guest-pages.ts'

let clock: number
let mayAsk: boolean
let asked: string[]
let answer: (response: Response) => void
let url: string
let stop: () => void

beforeEach(async () => {
  clock = 0
  mayAsk = true
  asked = []
  answer = () => {}
  const app = express()
  app.use((_request, response, next) => {
    response.locals.nonce = 'a-nonce'
    next()
  })
  // Trusted: nothing else of a portal is looked at.
  app.use(guestPages({ env: { now: () => clock }, budgets: { take: async () => ({ ok: mayAsk }) } } as unknown as Parameters<typeof guestPages>[0]))
  app.all('*', (request, response) => {
    asked.push(request.originalUrl)
    response.set({ 'Content-Language': 'en', 'Cache-Control': 'no-store' })
    response.locals.page = `page ${asked.length}`
    response.locals.route = 'routes/any'
    answer(response)
    response.type('html').end(String(response.locals.page))
  })
  const server = app.listen(0)
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  stop = () => {
    server.closeAllConnections()
    server.close()
  }
})
afterEach(() => stop())

const get = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
  const response = await fetch(url + path, { headers: { 'Accept-Language': 'en', ...headers }, method })
  return `${response.headers.get('cache-control')} ${response.headers.get('content-language')} ${await response.text()}`
}

describe('a page that guests read', () => {
  it.each(['/', '/services', '/services/restaurant-opening', '/help', '/data', '/data/people'])('%s is made once a minute', async (path) => {
    const first = await get(path)
    expect(first).toBe('no-store en page 1')
    clock = 59_999
    expect(await get(path)).toBe(first)
    clock = 60_000
    expect(await get(path)).toBe('no-store en page 2')
  })

  it('is another one in another language, theme, mode and at another host', async () => {
    const look = (value: object) => ({ Cookie: `preferences=${encodeURIComponent(btoa(JSON.stringify(value)))}` })
    const ways: Record<string, string>[] = [{}, { 'Accept-Language': 'ar' }, look({ theme: 'dark', mode: 'standard' }), look({ theme: 'dark', mode: 'elder' }), look({ lang: 'zh-CN', theme: 'auto', mode: 'standard' })]
    const pages = []
    for (const way of [...ways, ...ways]) pages.push(await get('/', way))
    expect(new Set(pages).size).toBe(ways.length)
    expect(pages.slice(ways.length)).toEqual(pages.slice(0, ways.length))
  })

  it.each([
    ['of somebody signed in', '/', { Cookie: 'onetrip_session=x' }],
    ['of somebody signed in over HTTPS', '/', { Cookie: '__Host-onetrip=x; preferences=y' }],
    ['of somebody who was told something', '/', { Cookie: 'onetrip_notice=x' }],
    ['with words', '/services?q=food', {}],
    ['of a case', '/cases', {}],
    ['of a certificate', '/verify/ABC', {}],
    ['of a file', '/data.jsonld', {}],
  ])('is never kept %s', async (_, path, headers) => {
    await get(path, headers)
    await get(path, headers)
    expect(asked).toHaveLength(2)
  })

  it('is not given to who has asked too often: they get the guard’s answer', async () => {
    await get('/')
    mayAsk = false
    expect(await get('/')).toBe('no-store en page 2')
  })

  it('is never kept for others when it was made for one, nor given to a form', async () => {
    await get('/', { Cookie: 'onetrip_session=x' })
    expect(await get('/')).toBe('no-store en page 2')
    expect(await get('/', {}, 'POST')).toContain('page 3')
  })

  it.each([
    ['failed', (response: Response) => void response.status(500)],
    ['was not found', (response: Response) => void response.status(404)],
    ['set a cookie', (response: Response) => void response.cookie('a', 'b')],
    ['let a script run', (response: Response) => void (response.locals.page = '<script nonce="a-nonce">')],
    ['is no page', (response: Response) => void (response.locals.page = undefined)],
  ])('is not kept when it %s', async (_, how) => {
    answer = how
    await get('/')
    await get('/')
    expect(asked).toHaveLength(2)
  })
})
