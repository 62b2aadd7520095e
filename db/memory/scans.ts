import type { ScanStore } from '../scan-store.ts'

import type { Tables } from './tables.ts'

export function memoryScans({ scans }: Tables): ScanStore {
  return {
    put: async (file, verdict, at) => void scans.set(file, { verdict, at }),
    of: async (file) => scans.get(file)?.verdict ?? null,
    waiting: async (limit) =>
      [...scans]
        .filter(([, { verdict }]) => verdict === 'waiting')
        .sort(([one, { at }], [other, { at: later }]) => at - later || (one < other ? -1 : 1))
        .slice(0, limit)
        .map(([file]) => file),
  }
}
