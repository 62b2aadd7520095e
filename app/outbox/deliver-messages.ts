import type { LeasedMessage, OutboxStore } from '#db/store.ts'

/** Brings one message to the outside world; throws when it did not arrive. */
export type Deliver = (message: LeasedMessage) => Promise<void>

const LEASE_MS = 60_000
/** Of a lease: a receiver that takes long must not be given what somebody else has by then. */
const TIME_TO_BEGIN_MS = LEASE_MS / 3
const BATCH = 20
const MINUTE = 60_000
const LONGEST_WAIT = 6 * 60 * MINUTE

/**
 * Delivers what was recorded: at least once, each with the id under which the receiver can drop a repeat. One after the other, so
 * that a process that dies between sending and noting it repeats one message, not a batch. What fails is tried again later, each
 * time twice as long after; what could not be begun in time is given back.
 * @returns how many arrived
 */
export async function deliverMessages(outbox: OutboxStore, deliver: Deliver, now: () => number): Promise<number> {
  const from = now()
  let arrived = 0
  for (const message of await outbox.lease(from, LEASE_MS, BATCH)) {
    if (now() - from > TIME_TO_BEGIN_MS) await outbox.failed(message.id, message.fence, now())
    else if (await deliverOne(outbox, deliver, message, now)) arrived += 1
  }
  return arrived
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
