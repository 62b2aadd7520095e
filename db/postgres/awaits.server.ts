import type { AwaitedRecord, CaseStore } from '../store.ts'

import type { Session } from './database.server.ts'
import { prepare } from './statement.ts'
import { dueSql, takeSql } from './take-due.ts'

type Waiting = AwaitedRecord & { caseId: string }

const AWAITS = { table: 'awaited_records', at: 'look_at', key: ['case_id', 'wait'], columns: 't.case_id AS "caseId", t.wait, t.register, t.entity, t.subject' }

export const TO_LOOK = dueSql(AWAITS)
export const TAKE_TO_LOOK = takeSql(AWAITS)
export const AWAITING = `
  SELECT case_id AS "caseId", wait FROM awaited_records
  WHERE subject = :subject AND entity = :entity AND register = :register ORDER BY case_id, wait`

/** Waits for records, and when to look whether these have come. */
export function postgresAwaits(database: Session): Pick<CaseStore, 'awaitingRecord' | 'awaitsToLook' | 'lookedFor'> {
  const due = prepare<Waiting>(database, 'awaits due', TO_LOOK)
  const take = prepare<Waiting>(database, 'awaits take', TAKE_TO_LOOK)
  const awaiting = prepare<{ caseId: string; wait: string }>(database, 'awaits of a record', AWAITING)
  const postpone = prepare(database, 'awaits postpone', 'UPDATE awaited_records SET look_at = :until WHERE case_id = :caseId AND wait = :wait')
  return {
    awaitingRecord: (register, entity, subject) => awaiting.all({ register, entity, subject }),
    awaitsToLook: (now, limit, leaseMs) => (leaseMs > 0 ? take.all({ now, limit, until: now + leaseMs }) : due.all({ now, limit })),
    lookedFor: async (caseId, wait, until) => void (await postpone.run({ caseId, wait, until })),
  }
}
