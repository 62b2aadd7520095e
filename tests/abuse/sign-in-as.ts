import { expect } from 'vitest'

import type { TestPortal } from '../journeys/test-portal.ts'

import { Client } from './client.ts'

/** The demonstration lets only some people be chosen; here everybody may sign in. */
export async function signInAs({ env, url }: Pick<TestPortal, 'env' | 'url'>, person: string): Promise<Client> {
  const known = await env.store.people.find(person)
  if (!known) throw new Error(`nobody is called ${person}`)
  await env.store.people.put([{ ...known, demo: known.demo ?? 'driver' }])
  const client = await Client.signedIn(url, person)
  expect(await (await client.get('/')).text(), person).toContain(known.name)
  return client
}
