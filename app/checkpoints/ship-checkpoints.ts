import type { ChainStore } from '#db/store.ts'

import type { SecondPlace } from './second-place.ts'

const BATCH = 100

/** Ships all that is not shipped yet, in order. Stops at the first that does not arrive, and throws: it is shipped again later. */
export async function shipCheckpoints(chain: ChainStore, place: SecondPlace, now: () => number): Promise<void> {
  for (let waiting = await chain.unshipped(BATCH); waiting.length > 0; waiting = await chain.unshipped(BATCH)) {
    for (const checkpoint of waiting) {
      await place.ship(checkpoint)
      await chain.markShipped(checkpoint.size, now())
    }
  }
}
