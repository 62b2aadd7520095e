import type { CaseCommit, Committed } from '../store.ts'

import type { Connection } from './open-database.server.ts'

type Refused = Exclude<Committed, { ok: true }>
type First = { caseId: string; ref: string }

const CONFLICT: Refused = { ok: false, reason: 'conflict' }

/** What stands against a commit: it was made before, its draft is gone, submitted or saved anew, or somebody else's events came first. */
export function prepareCommitCheck(connection: Connection): (change: CaseCommit) => Refused | null {
  const byKey = prepareByKey(connection)
  const byDraft = prepareByDraft(connection)
  const version = connection.client.prepare<[string], number>('SELECT version FROM cases WHERE case_id = ?').pluck()
  return (change) => {
    const stored = version.get(change.caseId) ?? 0
    return byKey(change.idempotencyKey) ?? byDraft(change.draft) ?? (stored === change.expectedVersion ? null : CONFLICT)
  }
}

function prepareByKey({ client }: Connection): (key: string | null) => Refused | null {
  const select = client.prepare<[string], First>('SELECT case_id AS caseId, ref FROM idempotency WHERE key = ?')
  return (key) => {
    const first = key === null ? undefined : select.get(key)
    return first ? { ok: false, reason: 'duplicate', ...first } : null
  }
}

function prepareByDraft({ client }: Connection): (read: CaseCommit['draft']) => Refused | null {
  const select = client.prepare<[string], (First | { caseId: null; ref: null }) & { saved: number }>(
    'SELECT case_id AS caseId, cases.ref AS ref, drafts.version AS saved FROM drafts LEFT JOIN cases ON cases.ref = submitted_ref WHERE drafts.id = ?',
  )
  return (read) => {
    if (read === null) return null
    const { saved, caseId = null, ref = null } = select.get(read.id) ?? {}
    if (caseId !== null && ref !== null) return { ok: false, reason: 'duplicate', caseId, ref }
    return saved === read.version ? null : CONFLICT
  }
}
