import type { CaseStore } from '../store.ts'

import { by } from './order.ts'
import type { Tables } from './tables.ts'

/** Waits for records, and when to look whether these have come. */
export function memoryAwaits({ awaits }: Tables): Pick<CaseStore, 'awaitsToLook' | 'lookedFor'> {
  return {
    awaitsToLook: async (now, limit, leaseMs) => {
      const all = [...awaits].flatMap(([caseId, of]) => of.map((row) => ({ caseId, row })))
      const due = all.filter(({ row }) => row.lookAt <= now).sort(by(({ caseId, row }) => [row.lookAt, caseId, row.wait])).slice(0, limit)
      if (leaseMs > 0) for (const { row } of due) row.lookAt = now + leaseMs
      return due.map(({ caseId, row: { lookAt: _due, ...one } }) => ({ caseId, ...one }))
    },
    lookedFor: async (caseId, wait, until) => {
      const of = awaits.get(caseId) ?? []
      awaits.set(caseId, of.map((one) => (one.wait === wait ? { ...one, lookAt: until } : one)))
    },
  }
}
