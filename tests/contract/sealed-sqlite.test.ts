import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll } from 'vitest'

import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'
import { openSealedStore } from '#db/vault/open-sealed-store.ts'
import { buildDataKeys } from '#tests/factories/data-keys.ts'

import { chainContract } from './chain-contract.ts'
import { plainEventContract } from './event-contract.ts'
import { runStoreContract } from './store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'onetrip-sealed-'))
const keys = buildDataKeys()
const empty = join(folder, 'empty.sqlite')
let opened = 0

// migrated once: every test begins with a copy
beforeAll(async () => (await openSealedStore(openSqliteStore(empty), keys)).close())

runStoreContract('sealed SQLite store', async () => {
  opened += 1
  copyFileSync(empty, join(folder, `${opened}.sqlite`))
  return openSealedStore(openSqliteStore(join(folder, `${opened}.sqlite`)), keys)
}, [plainEventContract, chainContract])

afterAll(() => rmSync(folder, { recursive: true }))
