import type { Store } from '../store.ts'

import { BrokenSeal } from './broken-seal.ts'
import type { DataKeys } from './data-keys.ts'
import { sealStore } from './seal-store.ts'
import { openVault, type Vault } from './vault.ts'

/** What is wrong with a store or its keys, in a sentence for the operator. */
export class WrongKeys extends Error {}

/** Kept in every sealed store: shows at once whether these are its keys. */
const CHECK = 'vault'

/**
 * The store, sealed with these keys. Throws WrongKeys when it was sealed with others, or holds people who were never sealed.
 * @param now instants of keys that are made
 */
export async function openSealedStore(inner: Store, dataKeys: DataKeys, now: () => number = Date.now): Promise<Store> {
  const vault = openVault(inner.keys, dataKeys, now)
  const [known] = await inner.keys.find([CHECK])
  if (known) await refuseWrongKeys(vault, known.owner)
  else await beginVault(inner, vault)
  return sealStore(inner, vault)
}

async function refuseWrongKeys(vault: Vault, owner: string): Promise<void> {
  try {
    await vault.ring.load([CHECK])
  } catch (error) {
    if (!(error instanceof BrokenSeal)) throw error
    throw new WrongKeys('The data was sealed with other keys than those in DATA_KEYS: give it the key it was made with (an older one goes after the current one).')
  }
  if (owner !== vault.index('check', CHECK)) throw new WrongKeys('The data was made with another INDEX_SECRET: nobody could be found in it. Give it the one it was made with.')
}

async function beginVault(inner: Store, vault: Vault): Promise<void> {
  if ((await inner.people.demo()).length > 0 || (await inner.definitions.inUse()).length > 0) {
    throw new WrongKeys('This data was made by an earlier version that did not encrypt it: delete it, or choose another DATA_DIR.')
  }
  await vault.ring.ensure([{ id: CHECK, owner: vault.index('check', CHECK), matter: '', subject: null }])
}
