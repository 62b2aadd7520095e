import type { EventActor } from '#app/kernel/case/case-event.ts'
import type { Unagreed } from '#app/kernel/records/agreement.ts'

import type { Page, PageQuery } from './store.ts'

/** One read of one person's or company's data: who, what for, by which agreement, which fields. Never a value. */
export type AccessEntry = {
  id: string
  /** The bulk read it was part of: the same for everybody whose records it gave. */
  request: string
  at: number
  /** Whose data: identity number or credit code. */
  subject: string
  reader: EventActor
  /** The department that reads: of the service's lead, or of the clerk's desk. */
  department: string
  /** The clerk's desk; null for a machine, or the person themselves. */
  desk: string | null
  /** Read in a register, or looked at in a case or a file of one. */
  what: 'register' | 'case' | 'file'
  register: string | null
  agreement: string | null
  /** Of an agreement, or the task a clerk holds (`task:<name>`), or `own` for a look at one's own data. */
  purpose: string
  service: string | null
  /** Ref of the case; null while there is only a draft. */
  ref: string | null
  draft: string | null
  /** Whose application it was for, by name; null when it was the subject's own. */
  onBehalfOf: string | null
  /** `entity.field` of a register; names of a definition for a case. */
  fields: readonly string[]
  outcome: AccessOutcome
  why: Unagreed | null
  /** From when its subject is shown it: a law may put this off. */
  shownFrom: number
}

export const accessOutcomes = ['read', 'no_answer', 'wrong_answer', 'refused'] as const
export type AccessOutcome = (typeof accessOutcomes)[number]

export type AccessQuery = { subject: string; now: number; department: string | null; since: number | null; until: number | null }

/** What a register's steward looks at, counted by day. `field` is `entity.field`, or '' for the register as a whole. */
export type SourceCount = { day: string; register: string; field: string; kind: SourceCountKind; count: number }

/** `age_days`: sum of the ages of the values given; divided by `held` it says how fresh they are. */
export const sourceCountKinds = ['asked', 'no_answer', 'wrong_answer', 'refused', 'held', 'not_held', 'age_days', 'changed', 'conflict', 'dispute', 'upheld'] as const
export type SourceCountKind = (typeof sourceCountKinds)[number]

export type AccessStore = {
  /** All or nothing. Nobody is shown what they read before this has come back. */
  append(entries: readonly AccessEntry[], counts: readonly SourceCount[]): Promise<void>
  /** What was read on this subject and may be shown to them, newest first. */
  of(query: AccessQuery, page: PageQuery): Promise<Page<AccessEntry>>
  find(id: string): Promise<AccessEntry | null>
  /** Departments that have read this subject's data, by name. */
  departmentsOf(subject: string, now: number): Promise<readonly string[]>
  /** Reads of these registers that were refused, newest first. */
  refused(registers: readonly string[], page: PageQuery): Promise<Page<AccessEntry>>
  /** Both days included, summed over days (`day` is `from`). */
  counts(register: string, from: string, to: string): Promise<readonly SourceCount[]>
}
