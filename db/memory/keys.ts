import type { KeyStore, StoredKey } from '../key-store.ts'

import { by } from './order.ts'
import { copyOf, type Tables } from './tables.ts'

export function memoryKeys({ keys }: Tables): KeyStore {
  const standing = (): StoredKey[] => [...keys.values()].filter(({ destroyedAt }) => destroyedAt === null).sort(by(({ id }) => [id]))
  return {
    find: async (ids) => [...new Set(ids)].flatMap((id) => copyOf(keys.get(id)) ?? []),
    put: async (all) => {
      for (const one of all) if (!keys.has(one.id)) keys.set(one.id, structuredClone(one))
    },
    ofOwner: async (owner) => standing().filter((one) => one.owner === owner).map(({ id }) => id),
    destroy: async (ids, at) => destroyKeys({ keys }, ids, at),
    notUnder: async (master, limit) => structuredClone(standing().filter((one) => one.master !== master).slice(0, limit)),
    rewrap: async (all) => {
      const same = all.filter(({ id, before }) => keys.get(id)?.wrapped === before)
      for (const { id, wrapped, master } of same) Object.assign(keys.get(id) ?? {}, { wrapped, master })
      return same.length
    },
    counts: async () => {
      const masters = new Map<string, number>()
      for (const { master } of standing()) masters.set(master, (masters.get(master) ?? 0) + 1)
      return [...masters].map(([master, count]) => ({ master, count })).sort(by(({ master }) => [master]))
    },
  }
}

/** @returns how many were still there */
export function destroyKeys({ keys }: Pick<Tables, 'keys'>, ids: readonly string[], at: number): number {
  const standing = ids.flatMap((id) => keys.get(id) ?? []).filter(({ destroyedAt }) => destroyedAt === null)
  for (const key of standing) keys.set(key.id, { ...key, wrapped: null, subject: null, destroyedAt: at })
  return standing.length
}
