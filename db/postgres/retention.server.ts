import type { EndedCase, Erasure, RetentionStore } from '../retention-store.ts'

import type { Database } from './database.server.ts'
import { postgresDraftAges } from './draft-ages.server.ts'
import { prepareDropFiles, prepareErase } from './erase.server.ts'
import { prepareForgetPerson } from './forget-person.server.ts'
import { erasures } from './schema.ts'
import { prepare } from './statement.ts'
import { selected } from './table-columns.ts'

export const TO_ERASE = `
  SELECT case_id AS "caseId", counts_from AS "countsFrom" FROM retention
  WHERE service = :service AND counts_from <= :before ORDER BY counts_from, case_id LIMIT :limit`

/** Elsewhere: in a case that still stands, so that the file is needed there. */
export const FILES_OF = `
  SELECT u.file, EXISTS (
    SELECT 1 FROM file_uses AS o WHERE o.file = u.file AND o.case_id <> u.case_id AND NOT EXISTS (SELECT 1 FROM erasures AS e WHERE e.case_id = o.case_id)
  ) AS elsewhere
  FROM file_uses AS u WHERE u.case_id = :caseId ORDER BY u.file`

export function postgresRetention(database: Database): RetentionStore {
  const due = prepare<EndedCase>(database, 'retention due', TO_ERASE)
  const keepOn = prepare(database, 'retention keep on', 'UPDATE retention SET counts_from = :countsFrom WHERE case_id = :caseId')
  const filesOf = prepare<{ file: string; elsewhere: boolean }>(database, 'files of a case', FILES_OF)
  const find = prepare<Erasure>(database, 'erasure', `SELECT ${selected(erasures, 'e')} FROM erasures AS e WHERE e.case_id = :caseId`)
  return {
    due: (service, before, limit) => due.all({ service, before, limit }),
    keepOn: async (caseId, countsFrom) => void (await keepOn.run({ caseId, countsFrom })),
    filesOf: (caseId) => filesOf.all({ caseId }),
    erase: prepareErase(database),
    erasureOf: (caseId) => find.first({ caseId }),
    dropFiles: prepareDropFiles(database),
    ...postgresDraftAges(database),
    forgetPerson: prepareForgetPerson(database),
  }
}
