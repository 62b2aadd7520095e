import type { ChainStore } from '#db/store.ts'

import { signCheckpoint } from './sign-checkpoint.ts'
import type { SigningKey } from './signing-key.ts'

/** Under five minutes, so that five hold even when a round takes its time. */
export const EVERY_MS = 4 * 60_000

/**
 * Signs the chain as it is now, when it has grown since the last checkpoint and that is long enough ago.
 * @param always not waiting for the time to come, as at a stop
 */
export async function makeCheckpoint(chain: ChainStore, key: SigningKey, now: number, always = false): Promise<void> {
  const last = await chain.lastCheckpoint()
  if (!always && last && now - last.at < EVERY_MS && now >= last.at) return
  const head = await chain.head()
  if (head.size > (last?.size ?? 0)) await chain.addCheckpoint(signCheckpoint(key, head, now))
}
