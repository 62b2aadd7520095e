import { openMemoryStore } from '#db/memory/memory-store.ts'
import { openSealedStore } from '#db/vault/open-sealed-store.ts'
import { buildDataKeys } from '#tests/factories/data-keys.ts'

import { chainContract } from './chain-contract.ts'
import { plainEventContract } from './event-contract.ts'
import { runStoreContract } from './store-contract.ts'

const keys = buildDataKeys()

runStoreContract('sealed memory store', async () => openSealedStore(openMemoryStore(), keys), [plainEventContract, chainContract])
