import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import Database from 'better-sqlite3'
import { join } from 'node:path'

import { type Child, startSubmissions } from '../child-process.ts'
import { counting } from '../kill/count-cases.ts'
import { type Receiver, startReceiver } from '../kill/receiver.ts'
import { acknowledged, type Said, submit, submitMany, wrongly } from '../submissions.ts'

import { mountSmallDisk } from './small-disk.ts'

const DISK_MB = 8
const ROOM_BYTES = 400_000
const AT_ONCE = 20

const disk = mountSmallDisk(DISK_MB)
afterAll(() => disk?.remove())

describe.skipIf(!disk)('a disk that fills up', () => {
  const path = join(disk?.path ?? '', 'portal.db')
  const all: Said[] = []
  let receiver: Receiver
  let portal: Child & { port: number }
  beforeAll(async () => {
    receiver = await startReceiver()
    portal = await startSubmissions([`file:${path}`, receiver.url])
  })
  afterAll(async () => {
    await portal.kill()
    await receiver.stop()
  })
  const wave = async (name: string): Promise<Said[]> => {
    const said = await submitMany(portal.port, name, AT_ONCE)
    all.push(...said)
    return said
  }

  /** What can't be written takes what is written with it along: then it is asked once more. */
  const again = async (key: string): Promise<Said> => {
    const said = await submit(portal.port, key)
    return said.status === 201 ? said : again(key)
  }

  it('takes applications until there is no room, and says so from then on', async () => {
    expect(acknowledged(await wave('first')).size).toBe(AT_ONCE)
    disk?.fill(ROOM_BYTES)
    let refused = 0
    for (let waves = 0; refused < 3 * AT_ONCE; waves += 1) refused += (await wave(`filling${waves}-`)).filter(({ status }) => status === 503).length
    expect(wrongly(all)).toEqual([])
    expect(acknowledged(all).size).toBeGreaterThan(AT_ONCE)
  })

  it('can still be read', async () => {
    for (const [key, ref] of acknowledged(all)) expect((await again(key)).ref).toBe(ref)
  })

  it('takes them again by itself once there is room', async () => {
    disk?.makeRoom()
    expect(acknowledged(await wave('after')).size).toBe(AT_ONCE)
  })

  it('holds what was acknowledged and nothing else, whole', async () => {
    await portal.kill()
    const database = new Database(path, { readonly: true })
    const kept = new Map(database.prepare<[], { key: string; ref: string }>('SELECT key, ref FROM idempotency').all().map(({ key, ref }) => [key, ref]))
    expect(kept).toEqual(acknowledged(all))
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    database.close()
    expect(await counting(`file:${path}`)).toEqual({ cases: kept.size, keys: kept.size, broken: null })
  })
})
