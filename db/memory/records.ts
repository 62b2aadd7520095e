import { newestFirst, onlyAsked } from '../record-lookup.ts'
import type { CaseCommit, RecordStore, RegisterRecord } from '../store.ts'

import type { Tables } from './tables.ts'

export const recordKey = ({ register, entity, subject, key }: RegisterRecord): string => JSON.stringify([register, entity, subject, key])

export function memoryRecords({ records }: Tables): RecordStore {
  return {
    read: async (lookups) => {
      const isWanted = (one: RegisterRecord) => lookups.some((wanted) => isKept(one, wanted))
      return structuredClone(newestFirst([...records.values()].filter(isWanted)).map(onlyAsked(lookups)))
    },
    put: async (all) => {
      for (const record of structuredClone(all)) records.set(recordKey(record), record)
    },
  }
}

/** What a command changes in records that stand already. */
export function changeRecords({ records }: Tables, { standings, amendments }: Pick<CaseCommit, 'standings' | 'amendments'>): void {
  for (const { number, standing, ...where } of standings) {
    for (const [key, one] of records) if (isKept(one, where) && one.data['certificate_number'] === number) records.set(key, { ...one, standing })
  }
  for (const { field, value, asOf, key, ...where } of amendments) {
    for (const [name, one] of records) if (isKept(one, where) && one.key === key) records.set(name, { ...one, asOf, data: { ...one.data, [field]: value } })
  }
}

const isKept = (one: RegisterRecord, { register, entity, subject }: Pick<RegisterRecord, 'register' | 'entity' | 'subject'>): boolean =>
  one.register === register && one.entity === entity && one.subject === subject
