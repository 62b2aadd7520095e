import type { TimerStore } from '../store.ts'

import { by } from './order.ts'
import type { Tables } from './tables.ts'

export function memoryTimers({ timers }: Tables): TimerStore {
  return {
    due: async (now, limit, leaseMs) => {
      const due = [...timers.values()].flat().filter(({ wakeAt }) => wakeAt <= now)
      const first = due.sort(by(({ wakeAt, caseId, key }) => [wakeAt, caseId, key])).slice(0, limit)
      if (leaseMs > 0) for (const one of first) one.wakeAt = now + leaseMs
      return first.map(({ caseId, key, dueAt }) => ({ caseId, key, dueAt }))
    },
    postpone: async (caseId, key, until) => {
      const ofCase = timers.get(caseId) ?? []
      timers.set(caseId, ofCase.map((one) => (one.key === key ? { ...one, wakeAt: Math.max(one.wakeAt, until) } : one)))
    },
  }
}
