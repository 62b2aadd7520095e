import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { startSubmissions } from '../child-process.ts'
import { startReceiver } from '../kill/receiver.ts'
import { submit, submitMany } from '../submissions.ts'

import { checkTrace, type Traced, traceInto } from './wal-trace.ts'

const ONE_BY_ONE = 50
const AT_ONCE = 50

const folder = mkdtempSync(join(tmpdir(), 'onetrip-fsync-'))
afterAll(() => rmSync(folder, { recursive: true }))

const canTrace = spawnSync('strace', ['true']).status === 0

async function traced(mutant: string): Promise<Traced> {
  const path = join(folder, `trace-${mutant}`)
  const receiver = await startReceiver()
  const portal = await startSubmissions([`file:${join(folder, `${mutant}.db`)}`, receiver.url, mutant], traceInto(path))
  for (let place = 0; place < ONE_BY_ONE; place += 1) await submit(portal.port, `one${place}`)
  await submitMany(portal.port, 'together', AT_ONCE)
  await portal.kill()
  await receiver.stop()
  return checkTrace(path)
}

describe.skipIf(!canTrace)('an application that is acknowledged', () => {
  it('has reached the disk before', async () => {
    const { acknowledged, early, syncs } = await traced('sound')
    expect([acknowledged, early]).toEqual([ONE_BY_ONE + AT_ONCE, 0])
    // those that came together were written together
    expect(syncs).toBeGreaterThan(ONE_BY_ONE)
  })

  it('is caught when it has not', async () => {
    const { acknowledged, early } = await traced('acknowledge-first')
    expect(acknowledged).toBe(ONE_BY_ONE + AT_ONCE)
    expect(early).toBeGreaterThan(AT_ONCE)
  })
})
