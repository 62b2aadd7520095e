import type { LeasedMessage, OutboxStore } from '#db/store.ts'

/** Brings one message to the outside world; throws when it did not arrive. */
export type Deliver = (message: LeasedMessage) => Promise<void>

const LEASE_MS = 60_000
const BATCH = 20
const MINUTE = 60_000
const LONGEST_WAIT = 6 * 60 * MINUTE

/**
 * Delivers what was recorded: at least once, each with the id under which the receiver can drop a repeat. What fails is
 * tried again later, each time twice as long after.
 * @returns how many arrived
 */
export async function deliverMessages(outbox: OutboxStore, deliver: Deliver, now: () => number): Promise<number> {
  const leased = await outbox.lease(now(), LEASE_MS, BATCH)
  const results = await Promise.all(leased.map((message) => deliverOne(outbox, deliver, message, now)))
  return results.filter(Boolean).length
}

async function deliverOne(outbox: OutboxStore, deliver: Deliver, message: LeasedMessage, now: () => number): Promise<boolean> {
  try {
    await deliver(message)
  } catch {
    const wait = Math.min(LONGEST_WAIT, MINUTE * 2 ** message.attempts)
    await outbox.failed(message.id, message.fence, now() + wait)
    return false
  }
  return outbox.delivered(message.id, message.fence)
}
