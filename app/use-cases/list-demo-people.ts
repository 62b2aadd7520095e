import type { Environment } from './environment.ts'

/** Somebody of the demonstration's city; `key` names their introduction in the locales. */
export type DemoPerson = { id: string; key: string; name: string; kind: 'citizen' | 'staff' }

/** Who can be chosen at the demonstration's sign-in. */
export async function listDemoPeople(env: Environment): Promise<readonly DemoPerson[]> {
  const people = await env.store.people.demo()
  return people.flatMap(({ id, demo, name, kind }) => (demo === null ? [] : [{ id, key: demo, name, kind }]))
}
