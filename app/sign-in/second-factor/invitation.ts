import type { Environment } from '#app/use-cases/environment.ts'

import { hashOf } from '../secret.ts'

/** How long an invitation waits. */
const VALID_MS = 24 * 3_600_000

/** Lets somebody register a security key once. @returns the code, in groups that can be read aloud; the store knows its hash alone */
export async function invite({ store, now, chance }: Pick<Environment, 'store' | 'now' | 'chance'>, person: string): Promise<string> {
  const code = chance.code()
  await store.once.put('invitation', hashOf(person, code), '', now() + VALID_MS)
  return code.replaceAll(/(.{5})(?=.)/g, '$1-')
}

/** Was this code given to this person, and not used? It is from now on. */
export async function useInvitation({ store, now }: Environment, person: string, written: string): Promise<boolean> {
  const code = written.toUpperCase().replaceAll(/[^0-9A-Z]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return (await store.once.take('invitation', hashOf(person, code), now())) !== null
}
