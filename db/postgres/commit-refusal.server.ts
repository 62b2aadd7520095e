import type { CaseCommit, Committed } from '../store.ts'

import type { Session } from './database.server.ts'
import { prepare } from './statement.ts'

type Refused = Exclude<Committed, { ok: true }>
type Found = { keyCase: string | null; keyRef: string | null; draft: string | null; submittedRef: string | null; draftCase: string | null; version: number }

const CONFLICT: Refused = { ok: false, reason: 'conflict' }

const WHY = `
  SELECT k.case_id AS "keyCase", k.ref AS "keyRef", d.id AS draft, d.submitted_ref AS "submittedRef", s.case_id AS "draftCase", coalesce(c.version, 0) AS version
  FROM (VALUES (true)) AS one
  LEFT JOIN idempotency AS k ON k.key = :key::text
  LEFT JOIN drafts AS d ON d.id = :draft::text LEFT JOIN cases AS s ON s.ref = d.submitted_ref
  LEFT JOIN cases AS c ON c.case_id = :caseId::text`

/** What stands against a commit: it was made before, its draft is gone or submitted, or somebody else's events came first. Null: nothing. */
export function prepareRefusal(database: Session): (change: CaseCommit) => Promise<Refused | null> {
  const why = prepare<Found>(database, 'why refused', WHY)
  return async ({ caseId, idempotencyKey, draftId, expectedVersion }) => {
    const found = await why.first({ key: idempotencyKey, draft: draftId, caseId })
    if (!found) return null
    if (found.keyCase !== null && found.keyRef !== null) return { ok: false, reason: 'duplicate', caseId: found.keyCase, ref: found.keyRef }
    if (draftId !== null && found.draft === null) return CONFLICT
    if (found.submittedRef !== null) return found.draftCase === null ? CONFLICT : { ok: false, reason: 'duplicate', caseId: found.draftCase, ref: found.submittedRef }
    return found.version === expectedVersion ? null : CONFLICT
  }
}
