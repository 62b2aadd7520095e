import type { Segment, Whose } from '#app/kernel/clock/segments.ts'
import type { CaseEnd, Made } from '#app/kernel/definition/definition.ts'
import type { Sources } from '#app/kernel/records/sources.ts'

import type { Answers } from './answer.ts'
import type { Reason, ReturnItem } from './case-event.ts'

/** A case as its events made it. Nothing here is computed from a definition or a calendar. */
export type CaseState = {
  id: string
  ref: string
  service: string
  definitionHash: string
  calendarVersion: number
  /** Number of events so far. */
  version: number
  /** Epoch ms of the latest of them. */
  changedAt: number
  applicant: Applicant
  /** The case this one is a part of, and by which of its steps. */
  parent: { caseId: string; ref: string; sub: string } | null
  submittedAt: number
  answers: Answers
  /** What came of each register that was to be read; none of cases from before this was kept. */
  sources?: Sources
  /** By `taskKey(name, round)`. */
  tasks: Readonly<Record<string, Task>>
  skipped: readonly string[]
  /** Chosen branch by choose id. */
  choices: Readonly<Record<string, number>>
  waits: Readonly<Record<string, Wait>>
  subs: Readonly<Record<string, Sub>>
  /** How many items an `each` has, once it was reached. */
  counts: Readonly<Record<string, number>>
  autos: readonly string[]
  /** By stage name, in the order sent. */
  returns: Readonly<Record<string, readonly SentReturn[]>>
  segments: readonly Segment[]
  results: readonly Result[]
  /** Working days added to limit and promise, by leave. */
  extended: number
  /** When the applicant asked to have the decision looked at again, and how the case had ended then. */
  appealedAt: number | null
  appealedAgainst?: CaseEnd | null
  end: CaseEnd | null
  endedAt: number | null
}

/** `behalf`: the person it is for, when the applicant acts for somebody else. */
export type Applicant = { person: string; name: string; company: string | null; companyName: string | null; behalf?: Behalf }

/** Whom the applicant acts for under a mandate: identity number or credit code, name, and the mandate's id. */
export type Behalf = { kind: 'person' | 'company'; subject: string; name: string; mandate: string }

/** Whose case it is, by name: of the company, of whom the applicant acts for, or of the applicant. */
export const holderOf = ({ name, companyName, behalf }: Applicant): string => companyName ?? behalf?.name ?? name

/** One piece of work. A return opens the next round; a joint task has one part for each desk. */
export type Task = {
  name: string
  round: number
  openedAt: number
  /** Grows with every event on this task: what a command must name to answer it. */
  version: number
  parts: readonly TaskPart[]
  visitOn: string | null
  outcome: string | null
  decidedAt: number | null
  /** Nobody answered in time. */
  silent: boolean
  cancelled: boolean
}

export type TaskPart = {
  desk: string
  claimedBy: Person | null
  outcome: string | null
  reasons: readonly Reason[]
  note: string
  items: readonly ReturnItem[]
  by: Person | null
  at: number | null
}

export type Person = { id: string; name: string }

export type Wait = {
  name: string
  openedAt: number
  version: number
  amount: number | null
  /** Who has objected to what was made public. */
  objectors: readonly string[]
  closedAt: number | null
  expired: boolean
}

/** A case of another service that is a part of this one. `problem`: why it could not even begin. */
export type Sub = { name: string; service: string; definitionHash: string; company: string | null; openedAt: number; whose: Whose; end: CaseEnd | null; endedAt: number | null; problem: string | null }

export type SentReturn = {
  round: number
  sentAt: number
  items: readonly ReturnItem[]
  /** Tasks that look again once the applicant has answered. */
  reopens: readonly string[]
  answeredAt: number | null
  expired: boolean
}

export type Result = {
  auto: string
  kind: Made['kind']
  template: string
  code: string
  at: number
  validUntil: string | null
  revokedAt: number | null
  /** The last day on which it does not hold, YYYY-MM-DD; null or left out: it is not set aside. */
  suspendedUntil?: string | null
  /** When the applicant was told that it can be renewed. */
  renewalOfferedAt?: number
}

/** Issued and not taken back, whether it holds at the moment or is set aside. */
export const isInForce = (result: Result): boolean => result.kind === 'certificate' && result.revokedAt === null

/** The last day on which a certificate of this case is set aside; null: it is not. */
export const suspendedUntil = ({ results }: Pick<CaseState, 'results'>, code: string): string | null => results.find((result) => result.code === code)?.suspendedUntil ?? null

export const isSuspended = (result: Result): boolean => isInForce(result) && result.suspendedUntil != null

export const taskKey = (name: string, round: number): string => `${name}:${round}`

export const openTasks = (state: CaseState): Task[] =>
  Object.values(state.tasks).filter((task) => task.outcome === null && !task.cancelled)

export const openSubs = (state: CaseState): Sub[] => Object.values(state.subs).filter((sub) => sub.end === null)

export const openWaits = (state: CaseState): Wait[] => Object.values(state.waits).filter((wait) => wait.closedAt === null)

/** The last opened round of a task, if it was opened at all. */
export function latestRound(state: CaseState, name: string): Task | null {
  let last: Task | null = null
  // asked for every step each time a case moves on: without a list in between
  for (const task of Object.values(state.tasks)) if (task.name === name && (last === null || task.round >= last.round)) last = task
  return last
}

/** The return that waits for the applicant, with its stage; none once the case has ended. */
export function openReturn(state: CaseState): { stage: string; sent: SentReturn } | null {
  if (state.end !== null) return null
  for (const [stage, all] of Object.entries(state.returns)) {
    const sent = all.find((one) => one.answeredAt === null && !one.expired)
    if (sent) return { stage, sent }
  }
  return null
}
