import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { openMemoryStore } from '#db/memory/memory-store.ts'
import type { Store } from '#db/store.ts'
import { openSealedStore } from '#db/vault/open-sealed-store.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildDataKeys } from '#tests/factories/data-keys.ts'
import { type FakeBucket, startBucket } from '#tests/factories/fake-bucket.ts'
import { buildStoredFile } from '#tests/factories/stored-file.ts'

import { contentsApart } from './contents-apart.ts'
import { folderContents } from './folder-contents.server.ts'
import { s3Contents } from './s3-contents.server.ts'

const CONTENT = Buffer.from('%PDF a plan %%EOF')

let folder: string
let tables: Store
let bucket: FakeBucket
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onetrip-contents-'))
  tables = openMemoryStore()
  bucket = await startBucket()
})
afterEach(async () => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true })
  await bucket.stop()
})

const inFolder = () => contentsApart(tables, folderContents(folder))
const inBucket = () => contentsApart(tables, s3Contents(bucket.address))
const all = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name)

describe('uploads in a place of their own', () => {
  it('leave no byte in the tables', async () => {
    await inFolder().files.put(buildStoredFile(), CONTENT)
    expect(await tables.files.content('file-1')).toHaveLength(0)
    expect(all()).toEqual(['file-1'])
    expect(await inFolder().files.content('file-1')).toEqual(new Uint8Array(CONTENT))
  })

  it('may lie in the tables from before', async () => {
    await tables.files.put(buildStoredFile(), CONTENT)
    expect(await inFolder().files.content('file-1')).toEqual(new Uint8Array(CONTENT))
    expect(all()).toEqual([])
  })

  it('are sealed there too', async () => {
    const store = await openSealedStore(inFolder(), buildDataKeys())
    await store.files.put(buildStoredFile(), CONTENT)
    expect(await store.files.content('file-1')).toEqual(new Uint8Array(CONTENT))
    expect(readFileSync(join(folder, '-1', 'file-1')).includes('plan')).toBe(false)
  })

  it('go with the case that is erased', async () => {
    for (const open of [inFolder, inBucket]) {
      await open().files.put(buildStoredFile({ id: open.name }), CONTENT)
      await open().retention.erase({ caseId: 'case-1', at: 1, years: 1, basis: 'a law' }, [open.name])
      expect(await open().files.content(open.name)).toBeNull()
    }
    expect(all()).toEqual([])
    expect(bucket.objects.size).toBe(0)
  })

  it('go with a draft, but for those that a case was given', async () => {
    const store = inFolder()
    const file = { id: 'used', name: 'plan.pdf', bytes: 3, mediaType: 'application/pdf', sha256: 'a' }
    const { state, ...change } = buildCommit()
    await store.files.put(buildStoredFile({ id: 'used' }), CONTENT)
    await store.files.put(buildStoredFile({ id: 'dropped' }), CONTENT)
    await store.commit({ ...change, state: { ...state, answers: { plan: { value: 'plan.pdf', source: 'applicant', envelope: null, file } } } })
    expect(await store.retention.dropFiles(['used', 'dropped'], 1)).toBe(1)
    expect(all()).toEqual(['used'])
  })

  it('are not acknowledged when the place refuses them, and nothing says that they are there', async () => {
    bucket.failNext(3, 503)
    await expect(inBucket().files.put(buildStoredFile(), CONTENT)).rejects.toThrow('503')
    expect(await tables.files.find('file-1')).toBeNull()
    bucket.failNext(1, 503)
    await inBucket().files.put(buildStoredFile(), CONTENT)
    expect(await inBucket().files.content('file-1')).toEqual(new Uint8Array(CONTENT))
  })

  it('are asked for with a signature that the bucket finds right, whatever is in them', async () => {
    const content = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    await inBucket().files.put(buildStoredFile(), content)
    expect(await inBucket().files.content('file-1')).toEqual(content)
    const forged = contentsApart(openMemoryStore(), s3Contents({ ...bucket.address, secretAccessKey: 'guessed' }))
    await expect(forged.files.put(buildStoredFile({ id: 'forged' }), content)).rejects.toThrow('403')
    expect(bucket.refused).toEqual(['another signature'])
  })

  it('never have a path of somebody’s choice', async () => {
    for (const id of ['../outside', '/etc/passwd', '', 'a/b', 'a'.repeat(65)]) {
      await expect(folderContents(folder).get(id)).rejects.toThrow('no id')
      await expect(s3Contents(bucket.address).put(id, CONTENT)).rejects.toThrow('no id')
    }
    expect(existsSync(join(folder, '..', 'outside'))).toBe(false)
  })
})
