import type { RetentionStore } from '../retention-store.ts'

import type { Database } from './database.server.ts'
import { prepareInsertNew } from './insert.ts'
import { prepareDestroy } from './keys.server.ts'
import { erasures } from './schema.ts'
import { prepare } from './statement.ts'

/** What repeats values of the case under other keys: the draft it was, and documents that were checked in it. */
const GONE_WITH_A_CASE = [
  'DELETE FROM retention WHERE case_id = :caseId',
  'DELETE FROM drafts WHERE submitted_ref IS NOT NULL AND submitted_ref = (SELECT ref FROM cases WHERE case_id = :caseId)',
  'DELETE FROM evidence WHERE ref = (SELECT ref FROM cases WHERE case_id = :caseId)',
]

const EMPTY = 'DELETE FROM file_contents WHERE id = ANY(:files::text[])'
const UNUSED = 'SELECT file FROM unnest(:files::text[]) AS given (file) WHERE NOT EXISTS (SELECT 1 FROM file_uses AS u WHERE u.file = given.file)'

const keyOf = (file: string): string => `file:${file}`

/** Rows that are taken out or emptied can't be read any more; their bytes go from the server's files when it vacuums, from its log and backups when these do. */
export function prepareErase(database: Database): RetentionStore['erase'] {
  const destroy = prepareDestroy(database)
  const empty = prepare(database, 'files empty', EMPTY)
  const write = prepareInsertNew(database, erasures)
  const deletes = GONE_WITH_A_CASE.map((sql, index) => prepare(database, `gone with a case ${index}`, sql))
  return (erasure, files) =>
    database.transaction(async (session) => {
      await destroy([`case:${erasure.caseId}`, ...files.map(keyOf)], erasure.at, session)
      await empty.run({ files }, session)
      await write([erasure], session)
      for (const statement of deletes) await statement.run({ caseId: erasure.caseId }, session)
    })
}

export function prepareDropFiles(database: Database): RetentionStore['dropFiles'] {
  const destroy = prepareDestroy(database)
  const empty = prepare(database, 'files empty', EMPTY)
  const unused = prepare<{ file: string }>(database, 'files unused', UNUSED)
  return (given, at) =>
    database.transaction(async (session) => {
      const files = (await unused.all({ files: given }, session)).map(({ file }) => file)
      await destroy(files.map(keyOf), at, session)
      await empty.run({ files }, session)
      return files.length
    })
}
