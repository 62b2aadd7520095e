import type { Environment } from '#app/use-cases/environment.ts'
import type { Session, StoredPerson } from '#db/store.ts'

import { hashOf, newSecret } from '../secret.ts'
import type { SessionLimits } from './session-limits.ts'

/** Who vouched for somebody, and how well. */
export type Vouched = Pick<Session, 'provider' | 'assurance' | 'secondFactor'>

/**
 * Signs somebody in. Whatever session the browser had is over, so that nobody goes on in one that another has prepared.
 * @param before the secret of the browser's session until now
 * @returns the secret of the new session, for the browser alone
 */
export async function beginSession({ store, now }: Environment, limits: SessionLimits, person: StoredPerson, vouched: Vouched, before: string | null): Promise<string> {
  const at = now()
  if (before !== null) await store.sessions.revoke(hashOf(before), at)
  const secret = newSecret()
  const { provider, assurance, secondFactor } = vouched
  await store.sessions.create({
    idHash: hashOf(secret),
    person: person.id,
    ...{ provider, assurance, secondFactor },
    signedInAt: at,
    seenAt: at,
    endsAt: at + limits[person.kind].longestMs,
    revokedAt: null,
  })
  return secret
}
