import type { RecordStore, RegisterRecord } from '../store.ts'

import { by } from './order.ts'
import type { Tables } from './tables.ts'

export const recordKey = ({ register, entity, subject, key }: RegisterRecord): string => JSON.stringify([register, entity, subject, key])

export function memoryRecords({ records }: Tables): RecordStore {
  return {
    read: async (register, wanted) => {
      const isWanted = (one: RegisterRecord) => wanted.some(({ entity, subject }) => one.entity === entity && one.subject === subject)
      const found = [...records.values()].filter((one) => one.register === register && isWanted(one))
      const inOrder = found.sort(by(({ entity, subject, key }) => [entity, subject, key]))
      // sorting keeps the order of equals
      return structuredClone(inOrder.sort((one, other) => by<RegisterRecord>(({ asOf }) => [asOf])(other, one)))
    },
    put: async (all) => {
      for (const record of structuredClone(all)) records.set(recordKey(record), record)
    },
  }
}
