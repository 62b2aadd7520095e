import { afterAll, beforeAll } from 'vitest'

import { openPostgresStore } from '#db/postgres/postgres-store.server.ts'
import type { Store } from '#db/store.ts'
import { openSealedStore } from '#db/vault/open-sealed-store.ts'
import { buildDataKeys } from '#tests/factories/data-keys.ts'

import { chainContract } from './chain-contract.ts'
import { plainEventContract } from './event-contract.ts'
import { keptOpen, postgresTables, type PostgresTables } from './postgres-tables.ts'
import { runStoreContract } from './store-contract.ts'

const keys = buildDataKeys()
let tables: PostgresTables
let store: Store

beforeAll(async () => {
  tables = await postgresTables()
  store = await openPostgresStore(tables.url)
})

runStoreContract('sealed PostgreSQL store', async () => {
  await tables.empty()
  return openSealedStore(keptOpen(store), keys)
}, [plainEventContract, chainContract])

afterAll(() => Promise.all([store.close(), tables.end()]))
