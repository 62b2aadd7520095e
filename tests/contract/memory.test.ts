import { openMemoryStore } from '#db/memory/memory-store.ts'

import { runStoreContract } from './store-contract.ts'

runStoreContract('memory store', async () => openMemoryStore())
