import type { TimerStore } from '../store.ts'

import type { Connection } from './open-database.server.ts'
import { prepareTake } from './take-due.server.ts'

type Timer = { caseId: string; key: string; dueAt: number }

export const DUE = 'SELECT case_id AS caseId, key, due_at AS dueAt FROM timers WHERE wake_at <= ? ORDER BY wake_at, case_id, key LIMIT ?'

/** `wake_at` is when a timer is due, or until when it was put off or somebody has it. */
export function sqliteTimers(connection: Connection): TimerStore {
  const { client, write } = connection
  const due = client.prepare<[number, number], Timer>(DUE)
  const postpone = client.prepare<[number, string, string]>('UPDATE timers SET wake_at = max(wake_at, ?) WHERE case_id = ? AND key = ?')
  const take = prepareTake(connection, (now, limit) => due.all(now, limit), (until, { caseId, key }) => postpone.run(until, caseId, key))
  return {
    due: take,
    postpone: (caseId, key, until) => write(() => void postpone.run(until, caseId, key)),
  }
}
