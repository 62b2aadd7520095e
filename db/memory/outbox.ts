import type { LeasedMessage, OutboxStore } from '../store.ts'

import { by } from './order.ts'
import type { StoredMessage, Tables } from './tables.ts'

export function memoryOutbox({ outbox }: Tables): OutboxStore {
  const isHeld = (id: string, fence: number) => outbox.get(id)?.fence === fence
  return {
    lease: async (now, leaseMs, limit) => {
      const waiting = [...outbox.values()].filter(({ leaseUntil }) => leaseUntil <= now)
      const first = waiting.sort(by(({ leaseUntil, at, id }) => [leaseUntil, at, id])).slice(0, limit)
      const leased = first.map((one) => ({ ...one, leaseUntil: now + leaseMs, fence: one.fence + 1, attempts: one.attempts + 1 }))
      for (const one of leased) outbox.set(one.id, one)
      return leased.map(asLeased).sort(by(({ at, id }) => [at, id]))
    },
    delivered: async (id, fence) => isHeld(id, fence) && outbox.delete(id),
    failed: async (id, fence, retryAt) => {
      const held = outbox.get(id)
      if (!held || held.fence !== fence) return false
      // the fence moves on, so that who failed can't say "delivered" afterwards
      outbox.set(id, { ...held, leaseUntil: retryAt, fence: fence + 1 })
      return true
    },
    pending: async () => outbox.size,
  }
}

const asLeased = ({ leaseUntil: _, ...message }: StoredMessage): LeasedMessage => structuredClone(message)
