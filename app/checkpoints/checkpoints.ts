import type { ChainStore } from '#db/store.ts'

import { isStalled } from './is-stalled.ts'
import { makeCheckpoint } from './make-checkpoint.ts'
import type { SecondPlace } from './second-place.ts'
import { shipCheckpoints } from './ship-checkpoints.ts'
import type { SigningKey } from './signing-key.ts'

/** The checkpoints of a running portal. */
export type Checkpoints = {
  /** Makes one if it is time, and ships what waits. Throws when it did not arrive; then nothing is shipped for half a minute. */
  round(): Promise<void>
  /** Makes and ships one now, whatever the time. */
  now(): Promise<void>
  /** Has nothing left this machine for too long? Never, where there is no second place. */
  isStalled(): Promise<boolean>
  close(): Promise<void>
}

const AGAIN_MS = 30_000

/** @param place null: checkpoints are made, and stay here */
export function checkpointsOf(chain: ChainStore, key: SigningKey, place: SecondPlace | null, now: () => number): Checkpoints {
  let notBefore = 0
  const ship = async (): Promise<void> => {
    if (!place) return
    notBefore = now() + AGAIN_MS
    await shipCheckpoints(chain, place, now)
    notBefore = 0
  }
  return {
    round: async () => {
      await makeCheckpoint(chain, key, now())
      if (now() >= notBefore) await ship()
    },
    now: async () => {
      await makeCheckpoint(chain, key, now(), true)
      await ship()
    },
    isStalled: async () => place !== null && isStalled(chain, now()),
    close: async () => place?.close(),
  }
}
