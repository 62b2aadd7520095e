import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll } from 'vitest'

import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'

import { runStoreContract } from './store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'onetrip-contract-'))
let opened = 0

runStoreContract('SQLite store', async () => {
  opened += 1
  return openSqliteStore(join(folder, `${opened}.sqlite`))
})

afterAll(() => rmSync(folder, { recursive: true }))
