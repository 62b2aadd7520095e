import type { CaseCommit, Committed } from '../store.ts'

import { writeCommit } from './commit-writes.ts'
import type { Tables } from './tables.ts'

type Refused = Exclude<Committed, { ok: true }>

/** All or nothing: whatever could fail is looked at before the first write. */
export function memoryCommit(tables: Tables, given: CaseCommit): Committed {
  const change = structuredClone(given)
  const refused = repeated(tables, change) ?? outdated(tables, change)
  if (refused) return refused
  refuseTakenKeys(tables, change)
  writeCommit(tables, change)
  return { ok: true }
}

function repeated(tables: Tables, { idempotencyKey, draft }: CaseCommit): Refused | null {
  const first = idempotencyKey === null ? undefined : tables.idempotency.get(idempotencyKey)
  if (first) return { ok: false, reason: 'duplicate', ...first }
  const ref = draft === null ? null : tables.drafts.get(draft.id)?.submittedRef
  const made = [...tables.cases.values()].find(({ summary }) => summary.ref === ref)
  return made ? { ok: false, reason: 'duplicate', caseId: made.summary.caseId, ref: made.summary.ref } : null
}

function outdated(tables: Tables, { caseId, expectedVersion, draft }: CaseCommit): Refused | null {
  const stored = tables.cases.get(caseId)?.state.version ?? 0
  const isOtherDraft = draft !== null && tables.drafts.get(draft.id)?.version !== draft.version
  return stored !== expectedVersion || isOtherDraft ? { ok: false, reason: 'conflict' } : null
}

function refuseTakenKeys(tables: Tables, change: CaseCommit): void {
  const refs = [...tables.cases.values()].filter(({ summary }) => summary.caseId !== change.caseId).map(({ summary }) => summary.ref)
  refuseTaken('ref', refs, [change.summary.ref])
  refuseTaken('certificate', tables.certificates.keys(), change.certificates.map(({ code }) => code))
  refuseTaken('message', tables.outbox.keys(), change.outbox.map(({ id }) => id))
  refuseTaken('timer', [], change.timers.map(({ key }) => key))
  refuseTaken('wait', [], change.awaits.map(({ wait }) => wait))
  refuseTaken('notice', [], change.notices.map(({ wait }) => wait))
  refuseTaken('task', [], change.tasks.map(({ task, round, desk }) => JSON.stringify([task, round, desk])))
}

function refuseTaken(what: string, taken: Iterable<string>, wanted: readonly string[]): void {
  const seen = new Set(taken)
  for (const key of wanted) {
    if (seen.has(key)) throw new Error(`There is a ${what} ${key} already`)
    seen.add(key)
  }
}
