import type { Environment } from '#app/use-cases/environment.ts'
import type { Session, SessionOfPerson, StoredPerson } from '#db/store.ts'

import { hashOf } from '../secret.ts'
import type { SessionLimits } from './session-limits.ts'

/** Somebody signed in, as the store knows them now. `until`: when the session ends if they do nothing more. */
export type SignedIn = SessionOfPerson & { until: number }

/** `seenAt` is written this often at most: a page is many requests. */
const SEEN_EVERY_MS = 60_000

/** The session of a browser's secret, while it holds; this is a request of it. */
export async function currentSession({ store, now }: Environment, limits: SessionLimits, secret: string): Promise<SignedIn | null> {
  const found = await store.sessions.withPerson(hashOf(secret))
  if (!found || found.session.revokedAt !== null) return null
  const { session, person, mandates } = found
  const at = now()
  if (at >= endOf(session, limits[person.kind].idleMs)) return null
  const seenAt = at - session.seenAt >= SEEN_EVERY_MS ? at : session.seenAt
  if (seenAt !== session.seenAt) await store.sessions.touch(session.idHash, seenAt)
  const seen = { ...session, seenAt }
  return { session: seen, person, mandates, until: endOf(seen, limits[person.kind].idleMs) }
}

export const endOf = ({ seenAt, endsAt }: Pick<Session, 'seenAt' | 'endsAt'>, idleMs: number): number => Math.min(seenAt + idleMs, endsAt)

/** Staff are let in by two factors; a citizen by what the provider asked for. */
export const isComplete = ({ person, session }: { person: StoredPerson; session: Pick<Session, 'secondFactor'> }): boolean => person.kind === 'citizen' || session.secondFactor
