import type { EvidenceStore } from '../evidence-store.ts'

import { by } from './order.ts'
import type { Tables } from './tables.ts'

export function memoryEvidence({ evidence }: Tables): EvidenceStore {
  return {
    of: async (subject, concepts, today) => {
      const held = [...evidence.values()].filter((one) => one.subject === subject && concepts.includes(one.concept) && one.validUntil >= today)
      return structuredClone(held.sort(by(({ checkedOn, id }) => [checkedOn, id])).reverse())
    },
  }
}
