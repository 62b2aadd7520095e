import type { RecordStore, RegisterRecord } from '#db/store.ts'

import type { RegisterSource, WantedRecord } from './register-source.ts'

/** The way to a register that the portal keeps itself: valid records, newest first, with the fields asked for and no others. */
export function builtInRegister(records: RecordStore): RegisterSource {
  return {
    async read({ register, wanted }) {
      const held = await records.read(register, wanted)
      return { ok: true, records: held.filter(({ standing }) => standing === 'valid').map((record) => onlyAsked(record, wanted)) }
    },
  }
}

function onlyAsked(record: RegisterRecord, wanted: readonly WantedRecord[]): RegisterRecord {
  const asked = new Set(wanted.filter(({ entity, subject }) => entity === record.entity && subject === record.subject).flatMap(({ fields }) => fields))
  return { ...record, data: Object.fromEntries(Object.entries(record.data).filter(([name]) => asked.has(name))) }
}
