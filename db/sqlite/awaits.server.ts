import type { AwaitedRecord, CaseStore } from '../store.ts'

import type { Connection } from './open-database.server.ts'
import { prepareTake } from './take-due.server.ts'

export const TO_LOOK = `
  SELECT case_id AS caseId, wait, register, entity, subject FROM awaited_records
  WHERE look_at <= ? ORDER BY look_at, case_id, wait LIMIT ?`

/** Waits for records, and when to look whether these have come. */
export function sqliteAwaits(connection: Connection): Pick<CaseStore, 'awaitsToLook' | 'lookedFor'> {
  const { client, write } = connection
  const due = client.prepare<[number, number], AwaitedRecord & { caseId: string }>(TO_LOOK)
  const postpone = client.prepare<[number, string, string]>('UPDATE awaited_records SET look_at = ? WHERE case_id = ? AND wait = ?')
  const take = prepareTake(connection, (now, limit) => due.all(now, limit), (until, { caseId, wait }) => postpone.run(until, caseId, wait))
  return {
    awaitsToLook: take,
    lookedFor: (caseId, wait, until) => write(() => void postpone.run(until, caseId, wait)),
  }
}
