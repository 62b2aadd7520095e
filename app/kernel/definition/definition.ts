import type { Span } from '#app/kernel/clock/span.ts'

import type { QuestionType } from './question-type.ts'

/**
 * A service as its folder says, read and checked: plain data, immutable, known by the hash of its content.
 * A case keeps the definition it began with. Conditions stay text here; `condition-of.ts` compiles them once.
 */
export type Definition = {
  service: string
  version: number
  hash: string
  lead: string
  audience: 'person' | 'business'
  theme: string
  icon: string
  legal: string
  limit: Span
  promise: Span
  guarantee: Guarantee
  data: Readonly<Record<string, DataField>>
  requires: readonly Requirement[]
  flow: readonly FlowNode[]
  withdraw: { before: string } | null
}

/** The most an applicant is ever put through, over all ways a case can go. */
export type Guarantee = { trips: number; siteVisits: number; returns: number }

/** A condition that must hold before an application is taken; `reason` names the text that explains it. */
export type Requirement = { when: string; reason: string; names: readonly string[] }

type Field = { name: string; concept: string; when: string | null }

/** A value that a register holds; where it holds none, the applicant is asked for it. */
export type RecordField = Field & {
  kind: 'record'
  type: QuestionType
  register: string
  entity: string
  field: string
  /** The applicant chooses one of their own records. */
  pick: boolean
  /** Taken from the record chosen for this other field. */
  with: string | null
  editable: boolean
  /** Nothing held is an answer too: never asked. */
  optional: boolean
  seenBy: readonly string[] | null
}

export type Question = Field & {
  kind: 'question'
  type: QuestionType
  optional: boolean
  seenBy: readonly string[] | null
}

/** A value set by the desk that does a task. */
export type DeskField = Field & { kind: 'desk'; task: string; type: QuestionType }

export type DataField = RecordField | Question | DeskField

/** How every case ends. */
export const caseEnds = ['granted', 'refused', 'lapsed', 'withdrawn'] as const
export type CaseEnd = (typeof caseEnds)[number]

export type FlowNode = StageNode | TaskNode | ParallelNode | ChooseNode | WaitNode | AutoNode | EndNode

export type StageNode = { node: 'stage'; name: string; returns: Returns | null; do: readonly FlowNode[] }

/** How a stage sends a case back: once merged, at most `max` times, lapsing when `within` runs out. */
export type Returns = { max: number; within: Span; clock: 'stopped' | 'running'; else: CaseEnd }

export type TaskNode = {
  node: 'task'
  name: string
  when: string | null
  /** Desks, `department.role`. More than one: a joint task, a report from each. */
  desks: readonly string[]
  notBy: readonly string[]
  within: Span
  clock: 'stopped' | 'running'
  /** Best first: a joint task comes out as the worst of its reports. */
  outcomes: readonly string[]
  silence: string | null
  sets: readonly string[]
  /** Coded reasons an outcome must give at least one of. */
  reasons: Readonly<Record<string, readonly string[]>>
  trips: number
  siteVisits: number
}

export type ParallelNode = { node: 'parallel'; id: string; branches: readonly (readonly FlowNode[])[] }

export type ChooseNode = { node: 'choose'; id: string; branches: readonly Branch[] }
/** The last branch has `when: null`: else. */
export type Branch = { when: string | null; do: readonly FlowNode[] }

export type WaitNode = {
  node: 'wait'
  name: string
  when: string | null
  awaits: Awaited
  within: Span
  clock: 'stopped' | 'running'
  else: CaseEnd
}

/** Amounts are in fen (1/100 of the currency), a constant or the name of a money value. */
export type Awaited =
  | { what: 'payment'; amount: number | string; payee: string; basis: string }
  | { what: 'record'; register: string; entity: string }
  | { what: 'notice' }

export type AutoNode = { node: 'auto'; name: string; makes: Made }

export type Made =
  | {
      kind: 'certificate'
      template: string
      /** Names of the values printed on it. */
      shows: readonly string[]
      validYears: number | null
      /** Days before expiry from which it may be renewed. */
      renewBeforeDays: number | null
      record: RecordTarget | null
    }
  | { kind: 'letter'; template: string }

/** The register that keeps the result, so that it fills in the next application. */
export type RecordTarget = { register: string; entity: string }

export type EndNode = { node: 'end'; end: CaseEnd }
