import { createSecretKey, randomBytes } from 'node:crypto'

import type { DataKeys } from '#db/vault/data-keys.ts'

/** Keys of a store of its own: one master key, one index secret. */
export const buildDataKeys = (id = 'k1'): DataKeys => ({ masters: [{ id, secret: createSecretKey(randomBytes(32)) }], index: randomBytes(32) })
