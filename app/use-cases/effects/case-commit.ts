import type { CaseEvent } from '#app/kernel/case/case-event.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import { deadlinesOf, timersOf } from '#app/kernel/case/deadlines.ts'
import type { Problem } from '#app/kernel/case/problem.ts'
import type { Calendar } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { Surroundings } from '#app/kernel/definition/surroundings.ts'
import type { CaseCommit } from '#db/store.ts'

import type { Environment } from '../environment.ts'
import { amendmentsOf } from './amendments.ts'
import { awaitedRecords } from './awaited-records.ts'
import { certificatesOf, revokedIn, suspendedIn } from './certificates.ts'
import { evidenceOf } from './evidence.ts'
import { messagesOf } from './messages.ts'
import { openNotices } from './open-notices.ts'
import { heardParts, partReport } from './parts.ts'
import { queueRows } from './queue-rows.ts'
import { resultRecords } from './result-records.ts'
import { sourceChanges } from './source-changes.ts'
import { standingsOf } from './standings.ts'
import { summaryOf } from './summary.ts'
import { talliesOf } from './tallies.ts'
import { turnaroundsOf } from './turnarounds.ts'

/** What a decision came to, on its way into the store. */
export type Effect = {
  definition: Definition
  state: CaseState
  events: readonly CaseEvent[]
  calendar: Calendar
  now: number
  /** Identity number of the applicant: the subject of their records. */
  subject: string | null
  registers: Surroundings['registers']
}

/** On whom a register keeps the records that this case reads or makes: a company, whom the applicant acts for, or the applicant. */
export function subjectFor(effect: Effect, register: string, entity: string): string | null {
  const { applicant } = effect.state
  if (effect.registers[register]?.entities[entity]?.subject === 'company') return applicant.company
  return applicant.behalf?.kind === 'person' ? applicant.behalf.subject : effect.subject
}

export type Keys = Pick<CaseCommit, 'draft' | 'idempotencyKey'>

/**
 * Everything one command changes, as one value for one transaction. Problems: `calendar_ends`; `invalid` when a record
 * can't be put right as it is claimed.
 */
export function caseCommit(env: Environment, effect: Effect, keys: Keys): { ok: true; commit: CaseCommit } | { ok: false; problem: Problem } {
  const { definition, state, events, calendar, now } = effect
  const deadlines = deadlinesOf(definition, state, calendar, now)
  if (!deadlines.ok) return deadlines
  const amended = amendmentsOf(effect)
  if (!amended.ok) return amended
  const id = (): string => env.chance.id(now)
  return {
    ok: true,
    commit: {
      caseId: state.id,
      expectedVersion: state.version - events.length,
      events,
      state,
      summary: summaryOf(effect, deadlines.value),
      tasks: queueRows(effect, deadlines.value),
      timers: timersOf(definition, state, deadlines.value),
      awaits: awaitedRecords(effect),
      notices: openNotices(effect, deadlines.value),
      outbox: messagesOf(effect, id),
      records: resultRecords(effect),
      certificates: certificatesOf(effect),
      revoked: revokedIn(effect),
      suspended: suspendedIn(effect),
      standings: standingsOf(effect),
      amendments: amended.amendments,
      evidence: evidenceOf(effect, env.catalogue.concepts, id),
      sources: sourceChanges(effect),
      parts: heardParts(effect),
      partOf: partReport(effect),
      tallies: talliesOf(effect),
      turnarounds: turnaroundsOf(effect),
      ...keys,
    },
  }
}
