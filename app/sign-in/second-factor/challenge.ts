import type { Environment } from '#app/use-cases/environment.ts'
import type { Session } from '#db/store.ts'

import { hashOf } from '../secret.ts'

export type ChallengeUse = 'register' | 'give'

/** How long somebody may take to touch their key. */
const VALID_MS = 5 * 60_000

const keyOf = ({ idHash }: Session, use: ChallengeUse): string => hashOf(idHash, use)

/** A challenge of this session for this use; the one before is worth nothing any more. */
export const putChallenge = ({ store, now }: Environment, session: Session, use: ChallengeUse, challenge: string): Promise<void> =>
  store.once.put('challenge', keyOf(session, use), challenge, now() + VALID_MS)

export const takeChallenge = ({ store, now }: Environment, session: Session, use: ChallengeUse): Promise<string | null> => store.once.take('challenge', keyOf(session, use), now())
