import { afterAll, beforeAll } from 'vitest'

import { openPostgresStore } from '#db/postgres/postgres-store.server.ts'
import type { Store } from '#db/store.ts'

import { keptOpen, postgresTables, type PostgresTables } from './postgres-tables.ts'
import { runStoreContract } from './store-contract.ts'

let tables: PostgresTables
let store: Store

beforeAll(async () => {
  tables = await postgresTables()
  store = await openPostgresStore(tables.url)
})

runStoreContract('PostgreSQL store', async () => {
  await tables.empty()
  return keptOpen(store)
})

afterAll(() => Promise.all([store.close(), tables.end()]))
