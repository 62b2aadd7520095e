import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { makeDemoCheckpoints } from '#app/checkpoints/demo-checkpoints.ts'
import { connectPortal, soundCatalogue, StartError } from '#app/cli/connect-portal.ts'
import { runInBackground } from '#app/cli/run-in-background.ts'
import { readSettings, type Settings } from '#app/env.server.ts'
import { makeReadiness } from '#app/operations/probes/readiness.ts'
import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildSkipped, buildSubmitted } from '#tests/factories/case-event.ts'

const HOUR = 3_600_000

let folder: string
let catalogue: Catalogue
const clock = { now: Date.parse('2026-03-02T01:00:00Z') }
beforeAll(() => {
  catalogue = soundCatalogue({ REGISTER_URLS: {} })
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onetrip-running-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function open(more: Partial<Settings> = {}) {
  const read = readSettings({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
  if (!read.ok) throw new Error(read.messages.join('\n'))
  const settings = makeDemoCheckpoints({ ...read.settings, ...more })
  const store = openSqliteStore(join(folder, 'onetrip.db'))
  return connectPortal(settings, store, catalogue, () => clock.now, { demo: true, sessionSecret: 'a secret for tests' })
}

const shipped = () => (existsSync(join(folder, 'checkpoints.jsonl')) ? readFileSync(join(folder, 'checkpoints.jsonl'), 'utf8') : '')

describe('a running portal', () => {
  it('ships a checkpoint soon after it starts, and a last one when it stops', async () => {
    const portal = await open()
    const { store } = portal.env
    await store.commit(buildCommit())
    const stop = runInBackground(portal, async () => {}, portal.checkpoints)
    while (!shipped().includes('"size":2')) await new Promise((done) => setTimeout(done, 20))
    await store.commit(buildCommit({ expectedVersion: 1, events: [buildSkipped('visit')] }))
    await stop()
    expect(shipped()).toContain('"size":4')
    expect(await store.chain.uncoveredSince()).toBeNull()
    await portal.closeRegisters()
    await store.close()
  }, 60_000)

  it('says that it is degraded while nothing is shipped, and goes on', async () => {
    const portal = await open({ CHECKPOINT_DIR: '/dev/null/nowhere' })
    const ready = makeReadiness(portal, new AbortController().signal)
    await portal.env.store.commit(buildCommit({ events: [buildSubmitted({ at: clock.now })] }))
    await expect(portal.checkpoints.now()).rejects.toThrow()
    expect(await ready()).toEqual({ ready: true, word: 'ready' })
    clock.now += 5 * HOUR
    expect(await ready()).toMatchObject({ ready: true, word: expect.stringMatching(/^degraded: /) })
    await portal.closeRegisters()
    await portal.env.store.close()
  }, 60_000)

  it('does not start with settings that can not work', async () => {
    await expect(open({ CHECKPOINT_KEY: 'no key' })).rejects.toThrow(StartError)
    await expect(open({ CHECKPOINT_URL: 'http://second.example' })).rejects.toThrow('CHECKPOINT_URL must be https')
    await expect(open({ CHECKPOINT_ADDRESSES: ['10.1'] })).rejects.toThrow('CHECKPOINT_ADDRESSES must be networks')
  }, 60_000)
})
