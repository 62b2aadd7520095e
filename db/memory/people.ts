import type { PersonKept, PersonStore, StoredPerson } from '../store.ts'

import { by } from './order.ts'
import type { Tables } from './tables.ts'

export function memoryPeople({ people }: Tables, now: () => number): PersonStore {
  const all = () => structuredClone([...people.values()]).map((one) => asOf(one, now()))
  const staff = () => all().filter(({ kind }) => kind === 'staff').sort(by(({ name, id }) => [name, id]))
  return {
    find: async (id) => all().find((one) => one.id === id) ?? null,
    findBySubject: async (subject) => all().find((one) => one.subject === subject) ?? null,
    put: async (some) => {
      for (const person of structuredClone(some)) people.set(person.id, person)
    },
    demo: async () => all().filter(({ demo }) => demo !== null),
    atDesk: async (desk) => staff().filter(({ desks }) => desks.includes(desk)),
    staff: async () => staff(),
  }
}

const asOf = ({ lent = {}, ...person }: PersonKept, now: number): StoredPerson => ({ ...person, desks: person.desks.filter((desk) => (lent[desk] ?? Infinity) > now) })
