import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { freePort, type PostgresServer, startPostgres } from '#tests/factories/postgres-server.ts'

import { type Child, startSubmissions } from '../child-process.ts'
import { counting } from '../kill/count-cases.ts'
import { type Receiver, startReceiver } from '../kill/receiver.ts'
import { acknowledged, type Said, slowest, submit, submitMany, TOLD_MS, wrongly } from '../submissions.ts'

const AT_ONCE = 40

const folder = mkdtempSync(join(tmpdir(), 'onetrip-stopped-'))
const data = join(folder, 'data')
let server: PostgresServer
let port: number
let receiver: Receiver
let portal: Child & { port: number }

beforeAll(async () => {
  port = await freePort()
  server = await startPostgres({ folder: data, port })
  receiver = await startReceiver()
  portal = await startSubmissions([server.url, receiver.url])
})
afterAll(async () => {
  await portal.kill()
  await server.stop()
  await receiver.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Ends it without a checkpoint or a word to anybody, as when its machine goes; comes back once it is gone. */
async function stopAtOnce(signal: 'SIGKILL' | 'SIGQUIT'): Promise<void> {
  const [pid = ''] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), signal)
  while ((await submit(portal.port, `gone-${signal}`)).status === 201);
}

it.each(['SIGQUIT', 'SIGKILL'] as const)('PostgreSQL that ends by %s keeps what was acknowledged, and is found again by itself', async (signal) => {
  const said: Said[] = await submitMany(portal.port, `before-${signal}`, AT_ONCE)
  const during = submitMany(portal.port, `during-${signal}`, AT_ONCE)
  await stopAtOnce(signal)
  const away = await submitMany(portal.port, `away-${signal}`, AT_ONCE)
  said.push(...(await during), ...away)
  expect(wrongly(said)).toEqual([])
  expect(acknowledged(away).size).toBe(0)
  expect(slowest(said)).toBeLessThan(TOLD_MS)
  server = await startPostgres({ folder: data, port })
  const refs = acknowledged(said)
  for (const { key } of said) {
    let again = await submit(portal.port, key)
    while (again.status !== 201) again = await submit(portal.port, key)
    expect(again.ref).toBe(refs.get(key) ?? again.ref)
  }
  const { cases, keys, broken } = await counting(server.url)
  expect(broken).toBeNull()
  expect(cases).toBe(keys)
})
