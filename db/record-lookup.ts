import { by } from './memory/order.ts'
import type { RecordLookup, RegisterRecord } from './record-store.ts'

type Where = Pick<RecordLookup, 'register' | 'entity' | 'subject'>

/** One lookup for what is asked for twice, with all its fields. */
export function eachOnce(lookups: readonly RecordLookup[]): RecordLookup[] {
  const merged = new Map<string, RecordLookup>()
  for (const one of lookups) {
    const before = merged.get(placeOf(one))
    const fields = before && (before.fields && one.fields ? { fields: [...before.fields, ...one.fields] } : { fields: undefined })
    merged.set(placeOf(one), { ...one, ...fields })
  }
  return [...merged.values()]
}

/** Leaves of records what was asked for. */
export function onlyAsked(lookups: readonly RecordLookup[]): (record: RegisterRecord) => RegisterRecord {
  const fields = new Map(eachOnce(lookups).map((one) => [placeOf(one), one.fields && new Set(one.fields)]))
  return (record) => {
    const asked = fields.get(placeOf(record))
    return asked ? { ...record, data: Object.fromEntries(Object.entries(record.data).filter(([name]) => asked.has(name))) } : record
  }
}

/** In the order in which registers answer. Sorting keeps the order of equals. */
export const newestFirst = (records: readonly RegisterRecord[]): RegisterRecord[] =>
  records.length < 2 ? [...records] : records.toSorted(byPlace).sort((one, other) => byAge(other, one))

const byPlace = by<RegisterRecord>(({ entity, subject, key, register }) => [entity, subject, key, register])
const byAge = by<RegisterRecord>(({ asOf }) => [asOf])

const placeOf = ({ register, entity, subject }: Where): string => JSON.stringify([register, entity, subject])
