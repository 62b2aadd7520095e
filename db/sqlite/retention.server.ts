import type { EndedCase, Erasure, RetentionStore } from '../retention-store.ts'
import type { CaseCommit } from '../store.ts'

import { prepareDestroy, wipe } from './keys.server.ts'
import { sqliteDraftAges } from './draft-ages.server.ts'
import { prepareForgetPerson } from './forget-person.server.ts'
import type { Connection } from './open-database.server.ts'
import { prepareInsertNew, selected } from './prepared.ts'
import { erasures } from './schema.ts'

export const TO_ERASE = `
  SELECT case_id AS caseId, counts_from AS countsFrom FROM retention
  WHERE service = ? AND counts_from <= ? ORDER BY counts_from, case_id LIMIT ?`

/** Elsewhere: in a case that still stands, so that the file is needed there. */
export const FILES_OF = `
  SELECT u.file, EXISTS (
    SELECT 1 FROM file_uses AS o WHERE o.file = u.file AND o.case_id <> u.case_id AND NOT EXISTS (SELECT 1 FROM erasures AS e WHERE e.case_id = o.case_id)
  ) AS elsewhere
  FROM file_uses AS u WHERE u.case_id = ? ORDER BY u.file`

/** Files of a commit's answers, and from when its case's years count once it has ended. */
export function prepareRetentionWrites({ client }: Connection): (change: CaseCommit) => void {
  const use = client.prepare<[string, string]>('INSERT INTO file_uses (file, case_id) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const end = client.prepare<[string, string, number]>(
    'INSERT INTO retention (case_id, service, counts_from) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET counts_from = max(counts_from, excluded.counts_from)',
  )
  const reopen = client.prepare<[string]>('DELETE FROM retention WHERE case_id = ?')
  return ({ caseId, expectedVersion, state, summary }) => {
    for (const { file } of Object.values(state.answers)) if (file) use.run(file.id, caseId)
    if (summary.endedAt !== null) end.run(caseId, summary.service, summary.endedAt)
    else if (expectedVersion > 0) reopen.run(caseId)
  }
}

export function sqliteRetention(connection: Connection): RetentionStore {
  const { client } = connection
  const due = client.prepare<[string, number, number], EndedCase>(TO_ERASE)
  const keepOn = client.prepare<[number, string]>('UPDATE retention SET counts_from = ? WHERE case_id = ?')
  const filesOf = client.prepare<[string], { file: string; elsewhere: number }>(FILES_OF)
  const find = client.prepare<[string], Erasure>(`SELECT ${selected(erasures, 'e')} FROM erasures AS e WHERE case_id = ?`)
  return {
    due: async (service, before, limit) => due.all(service, before, limit),
    keepOn: async (caseId, countsFrom) => void keepOn.run(countsFrom, caseId),
    filesOf: async (caseId) => filesOf.all(caseId).map(({ file, elsewhere }) => ({ file, elsewhere: elsewhere === 1 })),
    erase: prepareErase(connection),
    erasureOf: async (caseId) => find.get(caseId) ?? null,
    dropFiles: prepareDropFiles(connection),
    ...sqliteDraftAges(connection),
    forgetPerson: prepareForgetPerson(connection),
  }
}

/** What repeats values of the case under other keys: the draft it was, and documents that were checked in it. */
const GONE_WITH_A_CASE = [
  'DELETE FROM retention WHERE case_id = ?',
  'DELETE FROM drafts WHERE submitted_ref IS NOT NULL AND submitted_ref = (SELECT ref FROM cases WHERE case_id = ?)',
  'DELETE FROM evidence WHERE ref = (SELECT ref FROM cases WHERE case_id = ?)',
]

function prepareErase(connection: Connection): RetentionStore['erase'] {
  const { client } = connection
  const destroy = prepareDestroy(connection)
  const empty = prepareEmptyFiles(connection)
  const write = prepareInsertNew(connection, erasures)
  const deletes = GONE_WITH_A_CASE.map((sql) => client.prepare<[string]>(sql))
  const all = client.transaction((erasure: Erasure, files: readonly string[]) => {
    destroy([`case:${erasure.caseId}`, ...files.map((file) => `file:${file}`)], erasure.at)
    empty(files)
    write(erasure)
    for (const statement of deletes) statement.run(erasure.caseId)
  })
  return async (erasure, files) => {
    all.immediate(erasure, files)
    wipe(connection)
  }
}

function prepareDropFiles(connection: Connection): RetentionStore['dropFiles'] {
  const destroy = prepareDestroy(connection)
  const empty = prepareEmptyFiles(connection)
  const unused = connection.client.prepare<[string], string>(
    'SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM file_uses WHERE file = value)',
  ).pluck()
  const all = connection.client.transaction((files: readonly string[], at: number) => {
    const dropped = unused.all(JSON.stringify(files))
    destroy(dropped.map((file) => `file:${file}`), at)
    empty(dropped)
    return dropped.length
  })
  return async (files, at) => {
    const count = all.immediate(files, at)
    if (count > 0) wipe(connection)
    return count
  }
}

function prepareEmptyFiles({ client }: Connection): (files: readonly string[]) => void {
  const empty = client.prepare<[string]>('DELETE FROM file_contents WHERE id IN (SELECT value FROM json_each(?))')
  return (files) => void empty.run(JSON.stringify(files))
}
