import type { CaseStore } from '../store.ts'

import { by } from './order.ts'
import type { Tables } from './tables.ts'

/** Waits for records, and when to look whether these have come. */
export function memoryAwaits({ awaits }: Tables): Pick<CaseStore, 'awaitsToLook' | 'lookedFor'> {
  return {
    awaitsToLook: async (now, limit) => {
      const all = [...awaits].flatMap(([caseId, of]) => of.map((one) => ({ caseId, ...one })))
      const due = all.filter((one) => one.lookAt <= now).sort(by(({ lookAt, caseId, wait }) => [lookAt, caseId, wait]))
      return due.slice(0, limit).map(({ lookAt: _due, ...one }) => one)
    },
    lookedFor: async (caseId, wait, until) => {
      const of = awaits.get(caseId) ?? []
      awaits.set(caseId, of.map((one) => (one.wait === wait ? { ...one, lookAt: until } : one)))
    },
  }
}
