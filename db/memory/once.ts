import type { OnceStore } from '../once-store.ts'

import type { Tables } from './tables.ts'

export function memoryOnce({ once }: Tables): OnceStore {
  const keyOf = (kind: string, key: string): string => `${kind} ${key}`
  return {
    put: async (kind, key, data, until) => void once.set(keyOf(kind, key), { data, until }),
    take: async (kind, key, now) => {
      const kept = once.get(keyOf(kind, key))
      once.delete(keyOf(kind, key))
      return kept && now < kept.until ? kept.data : null
    },
    forget: async (now) => [...once].filter(([key, { until }]) => until <= now && once.delete(key)).length,
  }
}
