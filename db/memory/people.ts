import type { PersonStore } from '../store.ts'

import { by } from './order.ts'
import { copyOf, type Tables } from './tables.ts'

export function memoryPeople({ people }: Tables): PersonStore {
  const all = () => structuredClone([...people.values()])
  return {
    find: async (id) => copyOf(people.get(id)),
    findBySubject: async (subject) => all().find((one) => one.subject === subject) ?? null,
    put: async (some) => {
      for (const person of structuredClone(some)) people.set(person.id, person)
    },
    demo: async () => all().filter(({ demo }) => demo !== null),
    atDesk: async (desk) =>
      all()
        .filter(({ kind, desks }) => kind === 'staff' && desks.includes(desk))
        .sort(by(({ name, id }) => [name, id])),
  }
}
