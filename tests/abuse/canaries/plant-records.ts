import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Value } from '#app/kernel/case/answer.ts'
import type { RegisterRecord, StoredPerson } from '#db/store.ts'

import type { Mint } from './mint.ts'

/** Compared with each other: two who are one people can't be made two. */
const COMPARED = 'ethnicity'

export type Planted = { people: StoredPerson[]; records: RegisterRecord[] }

/** The same people and records, every name and every text that a register holds being a canary. Numbers that name somebody stay. */
export function plantRecords(catalogue: Catalogue, { people, records }: Planted, mint: Mint): Planted {
  const names = new Map<Value, string>()
  const numbers = new Set<Value>([...people.map(({ subject }) => subject), ...people.flatMap(({ companies }) => companies.map(({ code }) => code)), ...records.map(({ subject }) => subject)])
  const named = (name: string, what: string): string => {
    const token = names.get(name) ?? mint.plant(what)
    names.set(name, token)
    return token
  }
  const renamed = people.map((one) => ({
    ...one,
    name: named(one.name, `name of ${one.id}`),
    companies: one.companies.map(({ code, name }) => ({ code, name: named(name, `company ${code} of ${one.id}`) })),
  }))
  const plant = (record: RegisterRecord, field: string, value: Value): Value => {
    const type = catalogue.registers[record.register]?.entities[record.entity]?.fields[field]?.type.type
    if (type !== 'text' || value === null || field === COMPARED || numbers.has(value)) return value
    return names.get(value) ?? mint.plant(`${record.register}.${record.entity}.${field} of ${record.subject}`)
  }
  return { people: renamed, records: records.map((record) => ({ ...record, data: Object.fromEntries(Object.entries(record.data).map(([field, value]) => [field, plant(record, field, value)])) })) }
}
