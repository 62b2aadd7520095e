import type { ChainStore } from '#db/store.ts'

/** As in X-Road: without a time stamp for four hours, a security server takes no messages. */
export const STALLED_MS = 4 * 3_600_000

/**
 * Has something stood in the chain for four hours that no checkpoint in the second place covers? Then whoever can write the
 * database could change it unseen. @param now epoch ms
 */
export async function isStalled(chain: ChainStore, now: number): Promise<boolean> {
  const since = await chain.uncoveredSince()
  return since !== null && now - since > STALLED_MS
}
