import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { openStore } from '#db/open-store.server.ts'
import type { Store } from '#db/store.ts'
import { newDatabase } from '#tests/factories/new-database.ts'
import { startTcpProxy, type TcpProxy } from '#tests/factories/tcp-proxy.ts'

import { type Child, startSubmissions } from '../child-process.ts'
import { counting } from '../kill/count-cases.ts'
import { type Receiver, startReceiver } from '../kill/receiver.ts'
import { acknowledged, type Said, slowest, submit, submitMany, TOLD_MS, wrongly } from '../submissions.ts'

/* A portal whose PostgreSQL is behind a network that breaks. */
const AT_ONCE = 40
const UNHEARD = 5
const BESIDE = 1

let direct: string
let proxy: TcpProxy
let receiver: Receiver
let portal: Child & { port: number }
let store: Store
const all: Said[] = []

beforeAll(async () => {
  direct = await newDatabase()
  proxy = await startTcpProxy(Number(new URL(direct).port))
  const through = new URL(direct)
  through.port = String(proxy.port)
  receiver = await startReceiver()
  portal = await startSubmissions([through.href, receiver.url])
  store = await openStore({ databaseUrl: direct })
})
afterAll(async () => {
  await portal.kill()
  await proxy.stop()
  await receiver.stop()
  await store.close()
})
beforeEach(() => proxy.pass())

const many = async (name: string, count = AT_ONCE): Promise<Said[]> => {
  const said = await submitMany(portal.port, name, count)
  all.push(...said)
  return said
}
/** Until it is taken, as somebody does who presses again. */
async function again(key: string): Promise<string> {
  for (;;) {
    const { status, ref } = await submit(portal.port, key)
    if (status === 201) return ref
  }
}

describe('a portal whose connection to PostgreSQL', () => {
  it('is cut says so, loses nothing, and goes on by itself', async () => {
    expect(acknowledged(await many('before'))).toHaveProperty('size', AT_ONCE)
    const during = many('cut')
    await submit(portal.port, 'beside')
    proxy.cut()
    const later = await many('away')
    proxy.pass()
    const said = [...(await during), ...later]
    expect(wrongly(said)).toEqual([])
    expect(acknowledged(later).size).toBe(0)
    expect(slowest(said)).toBeLessThan(TOLD_MS)
    for (const { key, ref } of said.filter(({ status }) => status === 201)) expect(await again(key)).toBe(ref)
    for (const { key } of said) await again(key)
    expect(acknowledged(await many('after')).size).toBe(AT_ONCE)
  })

  it('is stalled tells everybody in time, and goes on by itself', async () => {
    proxy.stall()
    const said = await many('stalled')
    expect(wrongly(said)).toEqual([])
    expect(acknowledged(said).size).toBe(0)
    expect(slowest(said)).toBeLessThan(TOLD_MS)
    proxy.pass()
    for (const { key } of said) await again(key)
    expect(acknowledged(await many('unstalled')).size).toBe(AT_ONCE)
  })

  it('is slow is only slow', async () => {
    proxy.delay(30)
    expect(acknowledged(await many('slow')).size).toBe(AT_ONCE)
  })

  it('is cut between a commit and its answer finds by the key what it has done', async () => {
    for (let time = 0; time < UNHEARD; time += 1) {
      const key = `unheard${time}`
      const cut = proxy.cutAfter('commit 110')
      const first = await submit(portal.port, key)
      expect(await cut).toBe('done')
      expect([first.status, Number(first.retryAfter)]).toEqual([503, 1])
      const ref = await store.cases.refByKey(key)
      expect(ref).not.toBeNull()
      expect(await again(key)).toBe(ref)
    }
  })

  it('has in the end what it acknowledged, each once, and a chain that holds', async () => {
    for (const [key, ref] of acknowledged(all)) expect(await store.cases.refByKey(key)).toBe(ref)
    const { cases, keys, broken } = await counting(direct)
    expect(broken).toBeNull()
    expect(cases).toBe(keys)
    expect(cases).toBe(new Set(all.map(({ key }) => key)).size + UNHEARD + BESIDE)
  })
})
