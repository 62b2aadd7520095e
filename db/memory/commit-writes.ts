import { eventLink, stateLink } from '../chain-link.ts'
import { chainEvents, FIRST_LINK } from '../event-chain.ts'
import type { CaseCommit } from '../store.ts'

import { countSource } from './access.ts'
import { link } from './chain.ts'
import { writeParts } from './parts.ts'
import { changeRecords, recordKey } from './records.ts'
import { writeRetention } from './retention.ts'
import type { Tables } from './tables.ts'

/** Chaining comes first: it throws when the state does not come out of the events. */
export function writeCommit(tables: Tables, change: CaseCommit): void {
  const { caseId, state, summary } = change
  const before = tables.events.get(caseId) ?? []
  const chained = chainEvents(change, before.at(-1)?.hash ?? FIRST_LINK)
  tables.events.set(caseId, [...before, ...chained])
  tables.cases.set(caseId, { state, summary })
  for (const row of chained) link(tables, eventLink(row))
  link(tables, stateLink(caseId, state.version, JSON.stringify(state)))
  tables.tasks.set(caseId, change.tasks)
  tables.timers.set(caseId, change.timers.map((timer) => ({ ...timer, caseId, wakeAt: timer.dueAt })))
  tables.awaits.set(caseId, change.awaits.map((one) => ({ ...one, lookAt: 0 })))
  tables.notices.set(caseId, change.notices)
  for (const one of change.keys ?? []) if (!tables.keys.has(one.id)) tables.keys.set(one.id, one)
  writeRetention(tables, change)
  writeParts(tables, change)
  writeEffects(tables, change)
  closeDraft(tables, change)
}

function writeEffects(tables: Tables, change: CaseCommit): void {
  const { caseId } = change
  for (const one of change.outbox) tables.outbox.set(one.id, { ...one, caseId, attempts: 0, fence: 0, leaseUntil: one.at })
  for (const one of change.certificates) tables.certificates.set(one.code, one)
  for (const { code, on } of change.revoked) {
    const certificate = tables.certificates.get(code)
    if (certificate) tables.certificates.set(code, { ...certificate, revokedOn: on })
  }
  for (const { code, on } of change.suspended) {
    const certificate = tables.certificates.get(code)
    if (certificate) tables.certificates.set(code, { ...certificate, suspendedOn: on })
  }
  for (const one of change.records) tables.records.set(recordKey(one), one)
  changeRecords(tables, change)
  for (const one of change.evidence) tables.evidence.set(one.id, one)
  for (const one of change.sources) countSource(tables, one)
  for (const one of change.tallies) count(tables.tallies, [one.day, one.service, one.kind], one)
  for (const one of change.turnarounds) count(tables.turnarounds, [one.day, one.service, one.department, one.step, one.whose, one.days], { ...one, count: 1 })
}

function closeDraft(tables: Tables, { caseId, draft, idempotencyKey, summary: { ref } }: CaseCommit): void {
  const kept = draft === null ? undefined : tables.drafts.get(draft.id)
  if (kept) tables.drafts.set(kept.id, { ...kept, submittedRef: ref })
  if (idempotencyKey !== null) tables.idempotency.set(idempotencyKey, { caseId, ref })
}

function count<One extends { count: number }>(table: Map<string, One>, key: readonly (number | string)[], one: One): void {
  const name = JSON.stringify(key)
  table.set(name, { ...one, count: (table.get(name)?.count ?? 0) + one.count })
}
