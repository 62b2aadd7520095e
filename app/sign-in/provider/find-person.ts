import type { Environment } from '#app/use-cases/environment.ts'
import type { StoredPerson } from '#db/store.ts'

import type { Provider } from './provider.ts'
import type { Known } from './read-claims.ts'

/** Citizens being looked for now, so that one who signs in twice at once is made once. */
const underWay = new Map<string, Promise<StoredPerson>>()

/** A citizen, made at their first sign-in; staff only if they are known and have a desk. */
export async function findPerson(env: Environment, provider: Provider, known: Known): Promise<StoredPerson | null> {
  if (provider.for === 'staff') return findStaff(env, known.identity)
  const find = (): Promise<StoredPerson> => findCitizen(env, known)
  const found = underWay.get(known.identity)?.then(find, find) ?? find()
  underWay.set(known.identity, found)
  return found.finally(() => void (underWay.get(known.identity) === found && underWay.delete(known.identity)))
}

async function findStaff({ store }: Environment, id: string): Promise<StoredPerson | null> {
  const person = await store.people.find(id)
  return person?.kind === 'staff' && person.desks.length > 0 ? person : null
}

async function findCitizen({ store, now, chance }: Environment, { identity, name }: Known): Promise<StoredPerson> {
  const known = await store.people.findBySubject(identity)
  if (known) return known
  const citizen: StoredPerson = { id: chance.id(now()), kind: 'citizen', name, subject: identity, companies: [], desks: [], demo: null }
  await store.people.put([citizen])
  return citizen
}
