import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe } from 'vitest'

import { contentsApart } from '#db/file-contents/contents-apart.ts'
import { folderContents } from '#db/file-contents/folder-contents.server.ts'
import { s3Contents } from '#db/file-contents/s3-contents.server.ts'
import { openMemoryStore } from '#db/memory/memory-store.ts'
import { type FakeBucket, startBucket } from '#tests/factories/fake-bucket.ts'

import { runStoreContract } from './store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'onetrip-apart-'))
let opened = 0
let bucket: FakeBucket
beforeAll(async () => {
  bucket = await startBucket()
})
afterAll(async () => {
  await bucket.stop()
  rmSync(folder, { recursive: true })
})

describe('with uploads in a folder', () => {
  runStoreContract('the store', async () => {
    opened += 1
    return contentsApart(openMemoryStore(), folderContents(join(folder, `${opened}`)))
  })
})

describe('with uploads in a bucket', () => {
  runStoreContract('the store', async () => {
    bucket.empty()
    return contentsApart(openMemoryStore(), s3Contents(bucket.address))
  })
})
