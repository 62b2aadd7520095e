import type { CaseCommit, Tally, Turnaround } from '../store.ts'

import type { Connection } from './open-database.server.ts'
import { preparePartWrites } from './parts.server.ts'
import { prepareInsert, prepareInsertNew } from './prepared.ts'
import { prepareRecordChanges } from './record-changes.server.ts'
import { prepareRecordPut } from './records.server.ts'
import { prepareRetentionWrites } from './retention.server.ts'
import { certificates, evidence, idempotency, keys, outbox } from './schema.ts'
import { prepareSourceCounts } from './source-counts.server.ts'

type Write = (change: CaseCommit) => void

/** What a command leaves outside its case. */
export function prepareEffects(connection: Connection): Write {
  const message = prepareInsert(connection, outbox)
  const certificate = prepareInsert(connection, certificates)
  const revoke = connection.client.prepare<[string, string]>('UPDATE certificates SET revoked_on = ? WHERE code = ?')
  const suspend = connection.client.prepare<[string | null, string]>('UPDATE certificates SET suspended_on = ? WHERE code = ?')
  const parts = preparePartWrites(connection)
  const record = prepareRecordPut(connection)
  const changeRecords = prepareRecordChanges(connection)
  const checked = prepareInsert(connection, evidence)
  const countSources = prepareSourceCounts(connection)
  const key = prepareInsertNew(connection, keys)
  const retain = prepareRetentionWrites(connection)
  const count = prepareCounts(connection)
  const close = prepareClose(connection)
  return (change) => {
    const { caseId } = change
    for (const one of change.outbox) message({ ...one, caseId, attempts: 0, fence: 0, leaseUntil: one.at })
    for (const one of change.certificates) certificate(one)
    for (const { code, on } of change.revoked) revoke.run(on, code)
    for (const { code, on } of change.suspended) suspend.run(on, code)
    parts(change)
    for (const one of change.records) record(one)
    changeRecords(change)
    for (const one of change.evidence) checked(one)
    countSources(change.sources)
    for (const one of change.keys ?? []) key(one)
    retain(change)
    count(change)
    close(change)
  }
}

/** Counters, so that the board never has to count closed cases. */
function prepareCounts({ client }: Connection): Write {
  const tally = client.prepare<[string, string, Tally['kind'], number]>(
    'INSERT INTO tallies VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count',
  )
  const turnaround = client.prepare<[string, string, string, string, Turnaround['whose'], number]>(
    'INSERT INTO turnarounds VALUES (?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1',
  )
  return (change) => {
    for (const { day, service, kind, count } of change.tallies) tally.run(day, service, kind, count)
    for (const { day, service, department, step, whose, days } of change.turnarounds) turnaround.run(day, service, department, step, whose, days)
  }
}

/** Closes the draft, and keeps the key for whoever sends the same again. */
function prepareClose(connection: Connection): Write {
  const close = connection.client.prepare<[string, string]>('UPDATE drafts SET submitted_ref = ? WHERE id = ?')
  const remember = prepareInsert(connection, idempotency)
  return ({ caseId, draft, idempotencyKey, summary: { ref } }) => {
    if (draft !== null) close.run(ref, draft.id)
    if (idempotencyKey !== null) remember({ key: idempotencyKey, caseId, ref })
  }
}
