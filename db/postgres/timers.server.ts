import type { TimerStore } from '../store.ts'

import type { Session } from './database.server.ts'
import { prepare } from './statement.ts'
import { dueSql, takeSql } from './take-due.ts'

type Timer = { caseId: string; key: string; dueAt: number }

const TIMERS = { table: 'timers', at: 'wake_at', key: ['case_id', 'key'], columns: 't.case_id AS "caseId", t.key, t.due_at AS "dueAt"' }

export const DUE = dueSql(TIMERS)
export const TAKE_DUE = takeSql(TIMERS)

/** `wake_at` is when a timer is due, or until when it was put off or somebody has it. */
export function postgresTimers(database: Session): TimerStore {
  const due = prepare<Timer>(database, 'timers due', DUE)
  const take = prepare<Timer>(database, 'timers take', TAKE_DUE)
  const postpone = prepare(database, 'timers postpone', 'UPDATE timers SET wake_at = greatest(wake_at, :until) WHERE case_id = :caseId AND key = :key')
  return {
    due: (now, limit, leaseMs) => (leaseMs > 0 ? take.all({ now, limit, until: now + leaseMs }) : due.all({ now, limit })),
    postpone: async (caseId, key, until) => void (await postpone.run({ caseId, key, until })),
  }
}
