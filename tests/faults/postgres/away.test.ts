import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Database, openDatabase } from '#db/postgres/database.server.ts'
import { isStoreAway } from '#db/store-away.ts'
import { newDatabase } from '#tests/factories/new-database.ts'
import { startTcpProxy, type TcpProxy } from '#tests/factories/tcp-proxy.ts'

let proxy: TcpProxy
let database: Database
beforeAll(async () => {
  const url = new URL(await newDatabase())
  proxy = await startTcpProxy(Number(url.port))
  url.port = String(proxy.port)
  database = openDatabase(url.href, 1)
})
afterAll(() => database.close())

const ask = (text: string) => database.query({ text })
/** How asking fails; null when it does not. */
const failure = (asked: Promise<unknown>): Promise<unknown> => asked.then(() => null, (error: unknown) => error)

describe('a server', () => {
  it('that refuses what it is asked is not away', async () => {
    for (const text of ['SELECT nothing', 'SELECT 1 / 0']) expect(isStoreAway(await failure(ask(text)))).toBe(false)
    expect(isStoreAway(await failure(database.transaction(() => Promise.reject(new Error('a fault of ours')))))).toBe(false)
  })

  it('that took too long is away', async () => {
    await ask(`SELECT set_config('statement_timeout', '20', false)`)
    expect(isStoreAway(await failure(ask('SELECT pg_sleep(5)')))).toBe(true)
  })

  it('that says nothing is away, and is asked again over another connection', async () => {
    proxy.stall()
    expect(isStoreAway(await failure(ask('SELECT 1')))).toBe(true)
    proxy.pass()
    expect((await ask('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })

  it('whose connection breaks is away, in a transaction too', async () => {
    const asking = [failure(ask('SELECT pg_sleep(5)')), failure(database.transaction((session) => session.query({ text: 'SELECT pg_sleep(5)' })))]
    proxy.cut()
    expect((await Promise.all(asking)).map(isStoreAway)).toEqual([true, true])
    proxy.pass()
    expect((await ask('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })

  it('that is not there is away', async () => {
    await proxy.stop()
    expect(isStoreAway(await failure(ask('SELECT 1')))).toBe(true)
  })
})
