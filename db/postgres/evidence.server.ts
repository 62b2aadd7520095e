import type { EvidenceStore } from '../evidence-store.ts'

import type { Session } from './database.server.ts'
import { evidence } from './schema.ts'
import { prepare } from './statement.ts'
import { readRow, selected } from './table-columns.ts'

export const EVIDENCE = `
  SELECT ${selected(evidence, 'e')} FROM evidence AS e
  WHERE e.subject = :subject AND e.concept = ANY(:concepts::text[]) AND e.valid_until >= :today
  ORDER BY e.checked_on DESC, e.id DESC`

export function postgresEvidence(database: Session): EvidenceStore {
  const read = prepare<Record<string, unknown>>(database, 'evidence', EVIDENCE)
  return { of: async (subject, concepts, today) => (await read.all({ subject, concepts, today })).map((row) => readRow(evidence, row)) }
}
