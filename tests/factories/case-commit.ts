import type { CaseCommit, CaseSummary, QueueRow } from '#db/store.ts'

import { buildSkipped, buildSubmitted } from './case-event.ts'
import { buildCaseState } from './case-state.ts'
import { at } from './definition.ts'

const [submittedAt, yellowAt, dueAt] = [at('2026-03-02'), at('2026-03-20'), at('2026-03-30')]

export const buildSummary = (overrides: Partial<CaseSummary> = {}): CaseSummary => ({
  caseId: 'case-1',
  ref: `REF-${overrides.caseId ?? 'case-1'}`,
  service: 'trial',
  lead: 'lead',
  person: 'p1',
  company: null,
  behalf: null,
  applicantName: 'Li Na',
  submittedAt,
  endedAt: null,
  end: null,
  whose: 'office',
  yellowAt,
  dueAt,
  promisedDays: 20,
  usedDays: 0.5,
  ...overrides,
})

export const buildQueueRow = (overrides: Partial<QueueRow> = {}): QueueRow => ({
  caseId: 'case-1',
  ref: `REF-${overrides.caseId ?? 'case-1'}`,
  service: 'trial',
  applicantName: 'Li Na',
  task: 'acceptance',
  round: 1,
  desk: 'lead.clerk',
  version: 1,
  openedAt: submittedAt,
  submittedAt,
  holderId: null,
  holderName: null,
  visitOn: null,
  yellowAt,
  dueAt,
  usedDays: 0.5,
  withinDays: 1,
  ...overrides,
})

/** The submission of a case, or, with `expectedVersion`, a later event on it; state and summary fit what is given. */
export function buildCommit({ caseId = 'case-1', expectedVersion = 0, ...overrides }: Partial<CaseCommit> = {}): CaseCommit {
  const ref = `REF-${caseId}`
  const events = overrides.events ?? [expectedVersion === 0 ? buildSubmitted({ caseId, ref }) : buildSkipped('visit')]
  return {
    caseId,
    expectedVersion,
    events,
    state: buildCaseState({ id: caseId, ref, version: expectedVersion + events.length }),
    summary: buildSummary({ caseId }),
    tasks: [],
    timers: [],
    awaits: [],
    notices: [],
    outbox: [],
    records: [],
    certificates: [],
    revoked: [],
    suspended: [],
    standings: [],
    amendments: [],
    evidence: [],
    sources: [],
    parts: [],
    partOf: null,
    tallies: [],
    turnarounds: [],
    draft: null,
    idempotencyKey: null,
    ...overrides,
  }
}
