import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterAll, describe, expect, it } from 'vitest'

import { newDatabase } from '#tests/factories/new-database.ts'

import { openStore } from './open-store.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'onetrip-open-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('opening a store', () => {
  it.each(['memory:', `file:${folder}/deep/er/one.sqlite`, pathToFileURL(`${folder}/b c/two.sqlite`).href])('understands %s', async (databaseUrl) => {
    const store = await openStore({ databaseUrl })
    expect(await store.ready()).toBe(true)
    await store.close()
  })

  it.each(['postgres:', 'postgresql:'])('understands %s//', async (scheme) => {
    const store = await openStore({ databaseUrl: (await newDatabase()).replace('postgres:', scheme) })
    expect(await store.ready()).toBe(true)
    await store.close()
  })

  it('makes the folder, and takes a path as it is written', async () => {
    await (await openStore({ databaseUrl: `file:${folder}/100%/three.sqlite` })).close()
    expect(existsSync(join(folder, '100%', 'three.sqlite'))).toBe(true)
    expect(existsSync(join(folder, 'b c', 'two.sqlite'))).toBe(true)
  })

  it.each(['', 'file:', 'file::memory:', 'file:data/', 'mysql://localhost/x', 'postgres:x', './data.sqlite'])('says what it understands instead of %j', async (databaseUrl) => {
    await expect(openStore({ databaseUrl })).rejects.toThrow(/Write file: and a path, as in .*, postgres:\/\/ and a database, as in .*, or memory:$/)
  })

  it('never repeats a password', async () => {
    await expect(openStore({ databaseUrl: 'mysql://root:secret@db/x' })).rejects.not.toThrow('secret')
    // nobody listens at port 1
    await expect(openStore({ databaseUrl: 'postgres://root:secret@127.0.0.1:1/x' })).rejects.not.toThrow('secret')
  })
})
