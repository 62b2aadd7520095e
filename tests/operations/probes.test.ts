import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { makeBudgets, usualBudgets } from '#app/limits/budgets.ts'
import { Client } from '#tests/abuse/client.ts'
import { rawRequest } from '#tests/abuse/raw-request.ts'

import { type Operated, startOperated } from './operated-portal.ts'

const nothing = { points: 0, seconds: 60 }
const stopping = new AbortController()
let operated: Operated
beforeAll(async () => {
  operated = await startOperated(stopping, {}, { budgets: makeBudgets({ ...usualBudgets, address: nothing }) })
})
afterAll(() => operated.stop())

const ask = (path: string, headers: Record<string, string> = {}) => rawRequest(operated.url + path, 'GET', headers)
const ready = async (): Promise<string> => {
  const { status, body } = await ask('/readyz')
  return `${status} ${body.trimEnd()}`
}
/** Puts a part of the store aside for as long as something runs. */
async function whereStore(part: object, run: () => Promise<void>): Promise<void> {
  const { store } = operated.portal.env
  const whole = { ...store }
  Object.assign(store, part)
  await run().finally(() => Object.assign(store, whole))
}
const never = () => new Promise<never>(() => {})

describe('probes', () => {
  it('are answered when nobody else is, without cookies, and never kept', async () => {
    expect((await ask('/services')).status).toBe(429)
    for (const path of ['/healthz', '/readyz', '/metrics']) {
      const { status, headers } = await ask(path)
      expect([path, status, headers['set-cookie'], headers['cache-control']]).toEqual([path, 200, undefined, 'no-store'])
    }
  })

  it('tell that the process lives, whatever the store does', async () => {
    await whereStore(new Proxy({}, { ownKeys: () => [] }), async () => expect((await ask('/healthz')).body).toBe('ok\n'))
    await whereStore({ ready: never, sessions: null }, async () => expect((await ask('/healthz')).body).toBe('ok\n'))
  })
})

describe('readiness', () => {
  it('says why not, in a word', async () => {
    expect(await ready()).toBe('200 ready')
    await whereStore({ ready: async () => false }, async () => expect(await ready()).toMatch(/^503 not migrated/))
    await whereStore({ ready: () => Promise.reject(new Error('gone: postgres://secret')) }, async () => expect(await ready()).toBe('503 no store: it is not reached'))
    expect(await ready()).toBe('200 ready')
  })

  it('answers when the store hangs, asks it once meanwhile, and is ready again when it is', async () => {
    let [asked, answer] = [0, (_is: boolean): void => {}]
    const hanging = () => {
      asked += 1
      return new Promise<boolean>((done) => void (answer = done))
    }
    await whereStore({ ready: hanging }, async () => {
      expect(await Promise.all([ready(), ready()])).toEqual(Array(2).fill('503 no store: it is not reached'))
      expect(await ready()).toMatch(/^503/)
      expect(asked).toBe(1)
      answer(true)
      expect((await ask('/healthz')).status).toBe(200)
    })
    expect(await ready()).toBe('200 ready')
  })
})

describe('metrics', () => {
  it('are for this machine only', async () => {
    expect((await ask('/metrics', { 'X-Forwarded-For': '203.0.113.7' })).status).toBe(404)
    expect((await ask('/metrics', { Host: 'portal.city.example' })).status).toBe(404)
    expect((await ask('/metrics', { Host: 'localhost' })).status).toBe(200)
  })

  it('say that the store is away, and the rest', async () => {
    await whereStore({ outbox: { pending: never } }, async () => {
      const { body } = await ask('/metrics')
      expect(body).toContain('onetrip_store_up 0')
      expect(body).toContain('onetrip_requests_in_flight 0')
      expect(body).not.toContain('onetrip_outbox_pending')
    })
    expect((await ask('/metrics')).body).toMatch(/onetrip_store_up 1\n[^]*onetrip_outbox_pending 0\n/)
  })
})

describe('a process that was told to end', () => {
  it('is not ready, and answers whoever comes still, for the last time', async () => {
    const open = await startOperated(stopping)
    stopping.abort()
    expect(await ready()).toBe('503 stopping')
    expect((await ask('/healthz')).status).toBe(200)
    const page = await new Client(open.url).get('/verify')
    expect([page.status, page.headers.get('Connection')]).toEqual([200, 'close'])
    await open.stop()
  })
})
