import type { Environment } from '#app/use-cases/environment.ts'
import type { Session } from '#db/store.ts'

import { endOf, type SignedIn } from './current-session.ts'
import type { SessionLimits } from './session-limits.ts'

/** Where somebody is signed in now, this one first, then the newest. */
export async function ownSessions({ store, now }: Environment, limits: SessionLimits, { session, person }: SignedIn): Promise<Session[]> {
  const open = (await store.sessions.openOf(person.id, now())).filter((one) => endOf(one, limits[person.kind].idleMs) > now())
  return [...open.filter(({ idHash }) => idHash === session.idHash), ...open.filter(({ idHash }) => idHash !== session.idHash)]
}

/** Ends one of somebody's own sessions; nothing happens to anybody else's. */
export async function endOwnSession({ store, now }: Environment, { person }: SignedIn, idHash: string): Promise<void> {
  const one = await store.sessions.find(idHash)
  if (one?.person === person.id) await store.sessions.revoke(idHash, now())
}

/** Ends all of somebody's sessions but this one. */
export const endOtherSessions = ({ store, now }: Environment, { person, session }: SignedIn): Promise<number> => store.sessions.revokeOthers(person.id, session.idHash, now())
