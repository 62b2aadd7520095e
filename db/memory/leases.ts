import type { LeaseStore } from '../lease-store.ts'

import type { Tables } from './tables.ts'

export function memoryLeases({ leases }: Tables): LeaseStore {
  return {
    take: async (name, holder, now, leaseMs) => {
      const known = leases.get(name)
      if (known && known.holder !== holder && now < known.until) return null
      const fence = (known?.fence ?? 0) + (known?.holder === holder ? 0 : 1)
      leases.set(name, { holder, fence, until: now + leaseMs })
      return fence
    },
    release: async (name, fence) => {
      const known = leases.get(name)
      if (known?.fence !== fence || known.holder === '') return false
      // the fence stays: the next holder's is higher
      leases.set(name, { ...known, holder: '', until: 0 })
      return true
    },
  }
}
