import type { Evidence, EvidenceStore } from '../evidence-store.ts'

import { readJson } from './json-column.ts'
import type { Connection } from './open-database.server.ts'
import { selected } from './prepared.ts'
import { evidence } from './schema.ts'

export const EVIDENCE = `
  SELECT ${selected(evidence, 'e')} FROM json_each(:concepts) AS c
  CROSS JOIN evidence AS e ON e.subject = :subject AND e.concept = c.value AND e.valid_until >= :today
  ORDER BY e.checked_on DESC, e.id DESC`

export function sqliteEvidence({ client }: Connection): EvidenceStore {
  const read = client.prepare<[{ subject: string; concepts: string; today: string }], Omit<Evidence, 'file'> & { file: string }>(EVIDENCE)
  return {
    of: async (subject, concepts, today) =>
      read.all({ subject, concepts: JSON.stringify(concepts), today }).map((row) => ({ ...row, file: readJson('evidence.file', row.file) })),
  }
}
