import type { Environment } from '#app/use-cases/environment.ts'

import { hashOf, newSecret } from '../secret.ts'
import type { SignedIn } from './current-session.ts'

/**
 * The second factor was given: the session goes on under a new secret, and the old one is dead at once. It does not get longer.
 * Null when the session ended meanwhile.
 */
export async function raiseSession({ store, now }: Environment, { session }: SignedIn): Promise<string | null> {
  const secret = newSecret()
  const raised = await store.sessions.replace(session.idHash, { ...session, idHash: hashOf(secret), secondFactor: true, seenAt: now() })
  return raised ? secret : null
}
