import type { CaseCommit, Committed } from '../store.ts'

import type { Session } from './database.server.ts'
import { prepare } from './statement.ts'

type Refused = Exclude<Committed, { ok: true }>
type Found = { keyCase: string | null; keyRef: string | null; saved: number | null; submittedRef: string | null; draftCase: string | null; version: number }

const CONFLICT: Refused = { ok: false, reason: 'conflict' }

const WHY = `
  SELECT k.case_id AS "keyCase", k.ref AS "keyRef", d.version AS saved, d.submitted_ref AS "submittedRef", s.case_id AS "draftCase", coalesce(c.version, 0) AS version
  FROM (VALUES (true)) AS one
  LEFT JOIN idempotency AS k ON k.key = :key::text
  LEFT JOIN drafts AS d ON d.id = :draft::text LEFT JOIN cases AS s ON s.ref = d.submitted_ref
  LEFT JOIN cases AS c ON c.case_id = :caseId::text`

/** What stands against a commit: it was made before, its draft is gone, submitted or saved anew, or somebody else's events came first. Null: nothing. */
export function prepareRefusal(database: Session): (change: CaseCommit) => Promise<Refused | null> {
  const why = prepare<Found>(database, 'why refused', WHY)
  return async ({ caseId, idempotencyKey, draft, expectedVersion }) => {
    const found = await why.first({ key: idempotencyKey, draft: draft?.id ?? null, caseId })
    if (!found) return null
    if (found.keyCase !== null && found.keyRef !== null) return { ok: false, reason: 'duplicate', caseId: found.keyCase, ref: found.keyRef }
    if (found.submittedRef !== null) return found.draftCase === null ? CONFLICT : { ok: false, reason: 'duplicate', caseId: found.draftCase, ref: found.submittedRef }
    if (draft !== null && found.saved !== draft.version) return CONFLICT
    return found.version === expectedVersion ? null : CONFLICT
  }
}
