import { randomUUID } from 'node:crypto'

import type { Environment } from '#app/use-cases/environment.ts'

/** This process among all that work on one store. */
const HOLDER = randomUUID()
const LEASE_MS = 60_000
/** Renewed well before it ends, and asked for again not at every round: each asking is a write. */
const RENEW_MS = 20_000

/**
 * A job that one process of all on a store does, whichever comes first: the others take over a minute after it was last heard of.
 * A holder that was held up and comes back late changes nothing by it: what these jobs write is written under keys of its own
 * (a checkpoint's size, an alert's rule and day, a case erased), once, whoever does it.
 * @returns the job, to be called at every round; it does nothing in a process that has not the lease
 */
export function onlyOne({ store, now }: Pick<Environment, 'store' | 'now'>, name: string, run: () => Promise<unknown>): () => Promise<void> {
  let askAt = 0
  let isMine = false
  return async () => {
    if (now() >= askAt) {
      isMine = (await store.leases.take(name, HOLDER, now(), LEASE_MS)) !== null
      askAt = now() + RENEW_MS
    }
    if (isMine) await run()
  }
}
