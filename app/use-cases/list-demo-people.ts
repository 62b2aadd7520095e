import type { StoredPerson } from '#db/store.ts'

import type { Environment } from './environment.ts'

/** Who can be chosen at the demonstration's sign-in. */
export const listDemoPeople = (env: Environment): Promise<readonly StoredPerson[]> => env.store.people.demo()

/** One of them; null for anybody else, so that nobody signs in as a person who is not offered. */
export async function findDemoPerson(env: Environment, id: string): Promise<StoredPerson | null> {
  const people = await listDemoPeople(env)
  return people.find((person) => person.id === id) ?? null
}
