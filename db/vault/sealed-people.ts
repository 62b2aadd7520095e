import type { PersonStore, StoredPerson } from '../person-store.ts'
import type { Store } from '../store.ts'

import type { Keys } from './key-ring.ts'
import { keyIdOf } from './sealed-text.ts'
import { subjectWith } from './subjects.ts'
import { openerWith, openOwn, personKey, sealOwn, subjectKey, subjectKeyId, type Vault } from './vault.ts'

const namePlace = (id: string): string => `people/name/${id}`

/** Citizens' names and numbers; officials are public, and companies are in a public register. */
export function sealedPeople({ people: inner }: Store, vault: Vault): PersonStore {
  const open = async (people: readonly StoredPerson[]): Promise<StoredPerson[]> => {
    const keys = await vault.ring.load(people.flatMap(keysOfPerson))
    return people.map((person) => openPerson(keys, person))
  }
  const openOne = async (person: StoredPerson | null) => (person ? ((await open([person]))[0] ?? null) : null)
  return {
    ...inner,
    find: async (id) => openOne(await inner.find(id)),
    findBySubject: async (subject) => openOne(await inner.findBySubject(vault.subjectIndex(subject))),
    put: async (people) => {
      const citizens = people.filter(({ kind }) => kind === 'citizen').map(({ id }) => personKey(id))
      const keys = await vault.ring.ensure([...citizens, ...people.flatMap(({ subject }) => (subject === null ? [] : [subjectKey(vault, subject)]))])
      await inner.put(
        people.map((person) => ({
          ...person,
          name: person.kind === 'citizen' ? sealOwn(keys(personKey(person.id).id), namePlace(person.id), person.name) : person.name,
          subject: person.subject === null ? null : vault.subjectIndex(person.subject),
        })),
      )
    },
    demo: async () => open(await inner.demo()),
  }
}

/** Ids of the keys that open a person. */
export const keysOfPerson = (person: StoredPerson): string[] => [...(isSealed(person) ? [keyIdOf(person.name)] : []), ...(person.subject === null ? [] : [subjectKeyId(person.subject)])]

/** A person as they were put. */
export const openPerson = (keys: Keys, person: StoredPerson): StoredPerson => ({
  ...person,
  name: isSealed(person) ? openOwn(openerWith(keys), namePlace(person.id), person.name) : person.name,
  subject: person.subject === null ? null : subjectWith(keys, person.subject),
})

/** One who is forgotten has no name at all. */
const isSealed = ({ kind, name }: StoredPerson): boolean => kind === 'citizen' && name !== ''
