import type { CaseCommit } from '../store.ts'
import type { PartRow, PartStore } from '../part-store.ts'

import type { Connection } from './open-database.server.ts'
import { prepareTake } from './take-due.server.ts'

type Stored = Omit<PartRow, 'answers'> & { answers: string }

const COLUMNS = `parent_id AS parentId, sub, service, definition_hash AS definitionHash, company, opened_at AS openedAt, child_id AS childId,
  child_ref AS childRef, whose, "end", answers, heard_whose AS heardWhose, heard_end AS heardEnd`

const HEARD = `INSERT INTO parts (parent_id, sub, service, definition_hash, company, opened_at, whose, answers, heard_whose, heard_end, wake_at)
  VALUES (:parentId, :sub, :service, :definitionHash, :company, :openedAt, :heardWhose, '{}', :heardWhose, :heardEnd, :openedAt)
  ON CONFLICT DO UPDATE SET heard_whose = excluded.heard_whose, heard_end = excluded.heard_end`

const TOLD = `UPDATE parts SET child_id = :childId, child_ref = :childRef, whose = :whose, "end" = :end, answers = :answers
  WHERE parent_id = :parentId AND sub = :sub`

export const PENDING = `SELECT ${COLUMNS} FROM parts WHERE pending = 1 AND wake_at <= ? ORDER BY wake_at, parent_id, sub LIMIT ?`

/** Writes what a commit says of its case's parts, and of its case as a part. */
export function preparePartWrites({ client }: Connection): (change: CaseCommit) => void {
  const heard = client.prepare(HEARD)
  const told = client.prepare(TOLD)
  return ({ caseId, parts, partOf }) => {
    for (const part of parts) heard.run({ parentId: caseId, ...part })
    if (partOf) told.run({ ...partOf, childId: caseId, answers: JSON.stringify(partOf.answers) })
  }
}

export function sqliteParts(connection: Connection): PartStore {
  const { client, write } = connection
  const of = client.prepare<[string], Stored>(`SELECT ${COLUMNS} FROM parts WHERE parent_id = ? ORDER BY opened_at, sub`)
  const pendingOf = client.prepare<[string], Stored>(`SELECT ${COLUMNS} FROM parts WHERE parent_id = ? AND pending = 1 ORDER BY opened_at, sub`)
  const pending = client.prepare<[number, number], Stored>(PENDING)
  const postpone = client.prepare<[number, string, string]>('UPDATE parts SET wake_at = max(wake_at, ?) WHERE parent_id = ? AND sub = ?')
  const take = prepareTake(connection, (now, limit) => pending.all(now, limit), (until, { parentId, sub }) => postpone.run(until, parentId, sub))
  return {
    of: async (parentId) => of.all(parentId).map(read),
    pending: async (now, limit, leaseMs) => (await take(now, limit, leaseMs)).map(read),
    pendingOf: async (parentId) => pendingOf.all(parentId).map(read),
    postpone: (parentId, sub, until) => write(() => void postpone.run(until, parentId, sub)),
  }
}

// Trusted: written by this file only.
const read = (row: Stored): PartRow => ({ ...row, answers: JSON.parse(row.answers) as PartRow['answers'] })
