import { afterAll, beforeAll, expect, it } from 'vitest'

import { commandCase } from '#app/use-cases/command-case.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { openStore } from '#db/open-store.server.ts'
import { StoreAway } from '#db/store-away.ts'
import { newDatabase } from '#tests/factories/new-database.ts'
import { staff } from '#tests/factories/play.ts'
import { startTcpProxy, type TcpProxy } from '#tests/factories/tcp-proxy.ts'

import { begunCase, trialEnvironment } from '../trial-environment.ts'

const DESK = 'lead.clerk'
const clerk = staff('s1', DESK)
const task = { task: 'acceptance', round: 1, desk: DESK }
const accept = { ...task, type: 'decide', version: 2, outcome: 'accept', reasons: [], note: '', items: [], sets: {} } as const

let proxy: TcpProxy
let env: Environment
let elsewhere: Environment
beforeAll(async () => {
  const direct = await newDatabase()
  proxy = await startTcpProxy(Number(new URL(direct).port))
  const through = new URL(direct)
  through.port = String(proxy.port)
  env = trialEnvironment(await openStore({ databaseUrl: through.href }))
  elsewhere = trialEnvironment(await openStore({ databaseUrl: direct }))
})
afterAll(async () => {
  await Promise.all([env.store.close(), elsewhere.store.close()])
  await proxy.stop()
})

const decided = async (caseId: string) => (await elsewhere.store.cases.events(caseId)).filter(({ type }) => type === 'task_decided')

it('a decision that was made, and not heard of, is found made by who asks again', async () => {
  const caseId = await begunCase(env, 'unheard')
  expect(await commandCase(env, clerk, caseId, { type: 'claim', ...task, version: 1 })).toMatchObject({ ok: true })
  const cut = proxy.cutAfter('commit 000')
  const first = commandCase(env, clerk, caseId, accept)
  await expect(first).rejects.toThrow(StoreAway)
  expect(await cut).toBe('done')
  expect(await decided(caseId)).toHaveLength(1)
  expect(await commandCase(env, clerk, caseId, accept)).toMatchObject({ ok: false, problem: { code: 'task_closed' } })
  expect(await decided(caseId)).toHaveLength(1)
})

it('a decision that was undone because somebody was quicker, unheard, is decided anew and refused', async () => {
  const caseId = await begunCase(env, 'quicker')
  await commandCase(env, clerk, caseId, { type: 'claim', ...task, version: 1 })
  const cut = proxy.cutAfter('commit 000')
  // both have loaded the case before either has decided
  const [here, there] = await Promise.allSettled([commandCase(env, clerk, caseId, accept), commandCase(elsewhere, clerk, caseId, accept)])
  await cut
  expect(here.status).toBe('rejected')
  expect(there.status).toBe('fulfilled')
  expect(await commandCase(env, clerk, caseId, accept)).toMatchObject({ ok: false, problem: { code: 'task_closed' } })
  expect(await decided(caseId)).toHaveLength(1)
})

it('a claim that was not heard of is nobody else’s', async () => {
  const caseId = await begunCase(env, 'claimed')
  const cut = proxy.cutAfter('commit 000')
  await expect(commandCase(env, clerk, caseId, { type: 'claim', ...task, version: 1 })).rejects.toThrow(StoreAway)
  await cut
  expect(await commandCase(env, staff('s2', DESK), caseId, { type: 'claim', ...task, version: 1 })).toMatchObject({ ok: false, problem: { code: 'claimed_by_other', person: clerk.name } })
})
