import type { PersonStore, StoredPerson } from '../person-store.ts'
import type { Store } from '../store.ts'

import { openSubjects } from './subjects.ts'
import { keyIdOf } from './sealed-text.ts'
import { openerOf, openOwn, personKey, sealOwn, subjectKey, type Vault } from './vault.ts'

const namePlace = (id: string): string => `people/name/${id}`

/** Citizens' names and numbers; officials are public, and companies are in a public register. */
export function sealedPeople({ people: inner }: Store, vault: Vault): PersonStore {
  const open = async (people: readonly StoredPerson[]): Promise<StoredPerson[]> => {
    const numberOf = await openSubjects(vault, people.map(({ subject }) => subject))
    const openName = await openerOf(vault, people.filter(isSealed).map(({ name }) => name))
    return people.map((person) => ({
      ...person,
      name: isSealed(person) ? openOwn(openName, namePlace(person.id), person.name) : person.name,
      subject: person.subject === null ? null : numberOf(person.subject),
    }))
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

/** One who is forgotten has no name at all. */
const isSealed = ({ kind, name }: StoredPerson): boolean => kind === 'citizen' && name !== '' && keyIdOf(name) !== ''
