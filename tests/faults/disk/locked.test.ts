import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Child, startChild, startSubmissions } from '../child-process.ts'
import { counting } from '../kill/count-cases.ts'
import { type Receiver, startReceiver } from '../kill/receiver.ts'
import { acknowledged, type Said, slowest, submit, submitMany, TOLD_MS, wrongly } from '../submissions.ts'

const BUSY_MS = 5000
const OFTEN = 200
const LONGEST_MS = 50

const folder = mkdtempSync(join(tmpdir(), 'onetrip-locked-'))
const path = join(folder, 'portal.db')
let receiver: Receiver
let portal: Child & { port: number }
let holder: Child
beforeAll(async () => {
  receiver = await startReceiver()
  portal = await startSubmissions([`file:${path}`, receiver.url])
  holder = startChild('disk/lock-holder.ts', [path])
  await holder.hears()
})
afterAll(async () => {
  await Promise.all([portal.kill(), holder.kill()])
  await receiver.stop()
  rmSync(folder, { recursive: true })
})

const ask = async (word: unknown): Promise<void> => {
  holder.tell(word)
  await holder.hears()
}

describe('a file that another process writes to', () => {
  it('is waited for, then people are told, and afterwards it goes on', async () => {
    await submit(portal.port, 'before')
    await ask({ hold: true })
    const said = await submitMany(portal.port, 'locked', 10)
    expect(wrongly(said)).toEqual([])
    expect(acknowledged(said).size).toBe(0)
    expect(Math.min(...said.map(({ ms }) => ms))).toBeGreaterThan(BUSY_MS / 2)
    expect(slowest(said)).toBeLessThan(TOLD_MS)
    await ask({ letGo: true })
    expect(acknowledged(await submitMany(portal.port, 'locked', 10)).size).toBe(10)
  })

  it('for moments, often, is only slower', async () => {
    let busy = true
    const often = ask({ often: OFTEN, longest: LONGEST_MS }).then(() => (busy = false))
    const said: Said[] = []
    while (busy) said.push(...(await submitMany(portal.port, `often${said.length}-`, 5)))
    await often
    expect(said.every(({ status }) => status === 201)).toBe(true)
    expect(slowest(said)).toBeLessThan(BUSY_MS)
  })

  it('holds every case once', async () => {
    const { cases, keys, broken } = await counting(`file:${path}`)
    expect([cases - keys, broken]).toEqual([0, null])
  })
})
