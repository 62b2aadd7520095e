import type { Assurance } from '#app/kernel/assurance.ts'
import type { Span } from '#app/kernel/clock/span.ts'

import type { TableRow } from './decision-table.ts'
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
  /** `by_link`: begun from another page of the portal, which brings its first answers; nobody finds it among the services. */
  opens: 'by_applicant' | 'by_link'
  /** How sure it must be who somebody is, to apply and to see what they applied for. */
  assurance: Assurance
  theme: string
  icon: string
  legal: string
  guide: Guide
  limit: Span
  promise: Span
  guarantee: Guarantee
  data: Readonly<Record<string, DataField>>
  requires: readonly Requirement[]
  flow: readonly FlowNode[]
  withdraw: { before: string } | null
  extension: Extension | null
  appeal: Appeal | null
  revocation: Revocation | null
  suspension: Suspension | null
}

/** What the guide promises beside times and trips; texts stand in the locales under these keys. */
export type Guide = {
  /** `instant`: answered at once, no desk works on it. */
  kind: 'instant' | 'promised'
  /** Kinds of service, as the national catalogue knows them. */
  type: 'permit' | 'registration' | 'confirmation' | 'benefit' | 'public_service'
  channels: readonly Channel[]
  delivery: readonly Delivery[]
  /** Why somebody has to come; null where nobody has to. */
  trip: string | null
  /** Frequent questions. */
  questions: readonly string[]
}
export const channels = ['online', 'counter', 'phone'] as const
export type Channel = (typeof channels)[number]
export const deliveries = ['online', 'post', 'counter'] as const
export type Delivery = (typeof deliveries)[number]

/** More time, by leave, once (Administrative Licensing Law art. 42): the applicant is told why. */
export type Extension = { by: string; span: Span; reasons: readonly string[] }

/** Having a decision looked at again: `flow` begins when the applicant asks, `within` counts from the end of the case. */
export type Appeal = { after: readonly CaseEnd[]; within: Span; flow: readonly FlowNode[] }

/** Taking a result back after the case was granted. */
export type Revocation = { by: string; reasons: readonly string[] }

/** Setting a result aside for a time, by a desk that may also let it hold again before. */
export type Suspension = { by: string; reasons: readonly string[] }

/** The most an applicant is ever put through, over all ways a case can go. */
export type Guarantee = { trips: number; siteVisits: number; returns: number }

/** A condition that must hold before an application is taken; `reason` names the text that explains it. */
export type Requirement = { when: string; reason: string; names: readonly string[] }

type Field = {
  name: string
  concept: string
  when: string | null
  /** The `each` whose items have this value one by one; null: once for the case. */
  each: string | null
  /** The whole number that says how many items there are. */
  items: string | null
}

/** What holds for everything an applicant may have to give. */
type Material = {
  /** Nothing is an answer too. */
  optional: boolean
  seenBy: readonly string[] | null
  /** Promise instead of proof: the applicant may declare it, and this task checks it later. */
  promisable: string | null
  /** May be brought later: a `wait` for materials says until when. */
  tolerable: boolean
}

/** A value that a register holds; where it holds none, the applicant is asked for it. */
export type RecordField = Field & Material & {
  kind: 'record'
  type: QuestionType
  register: string
  entity: string
  field: string
  /** The applicant chooses one of their own records. */
  pick: boolean
  /** Taken from the record chosen for this other field. */
  with: string | null
  /** Held on the person or company that this other field names, not on the applicant. */
  holder: string | null
  editable: boolean
}

export type Question = Field & Material & {
  kind: 'question'
  type: QuestionType
  /** The law by which it is asked although a register may hold it. */
  waiver: string | null
}

/** A value set by the desk that does a task, or taken over from the case of a `sub`. */
export type DeskField = Field & { kind: 'desk'; task: string; type: QuestionType }

/** A value that a decision table gives. */
export type TableField = Field & { kind: 'table'; type: QuestionType; table: string; rows: readonly TableRow[] }

export type DataField = RecordField | Question | DeskField | TableField

/** How every case ends. */
export const caseEnds = ['granted', 'partly_granted', 'refused', 'lapsed', 'withdrawn', 'revoked'] as const
export type CaseEnd = (typeof caseEnds)[number]

export type FlowNode = StageNode | TaskNode | ParallelNode | ChooseNode | EachNode | WaitNode | SubNode | AutoNode | EndNode

export type StageNode = { node: 'stage'; name: string; returns: Returns | null; do: readonly FlowNode[] }

/** How a stage sends a case back: once merged, at most `max` times, lapsing when `within` runs out. */
export type Returns = { max: number; within: Span; clock: 'stopped' | 'running'; else: CaseEnd }

export type TaskNode = {
  node: 'task'
  name: string
  when: string | null
  /** Steps of other parallel branches that come first. */
  after: readonly string[]
  /** The value that names the region whose department does it; null: one department for all. */
  region: string | null
  /** The value that names the department; null: the departments are those of `desks`. */
  department: string | null
  /** Desks, `department.role`. More than one: a joint task, a report from each; or, with `department`, all it can come to. */
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
/** `when: null` is else: the last branch, if there is one. */
export type Branch = { when: string | null; do: readonly FlowNode[] }

/** One branch for each item, all at once: as many as the whole number `of` says when it is reached. */
export type EachNode = { node: 'each'; name: string; of: string; do: readonly FlowNode[] }

export type WaitNode = {
  node: 'wait'
  name: string
  when: string | null
  after: readonly string[]
  awaits: Awaited
  within: Span
  clock: 'stopped' | 'running'
  else: CaseEnd
}

/** Amounts are in fen (1/100 of the currency), a constant or the name of a money value. */
export type Awaited =
  | { what: 'payment'; amount: number | string; payee: string; basis: string }
  | { what: 'record'; register: string; entity: string }
  /** Made public; with `objections` anybody may object, and the wait is read as "quiet" or "objected". */
  | { what: 'notice'; objections: boolean }
  /** What the applicant promised to bring later. */
  | { what: 'materials' }

/** A case of another service, at a fixed version, for the same applicant. Read as the way it ended. */
export type SubNode = {
  node: 'sub'
  name: string
  when: string | null
  after: readonly string[]
  service: string
  version: number
  hash: string
  /** Names of values that the other case's desks set and this one takes over. */
  takes: readonly string[]
  /** The value that holds the credit code of the company it is for; null: for the person. */
  company: string | null
}

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
  /** Takes back what another `auto` issued. */
  | { kind: 'revocation'; template: string; of: string }
  /** Puts a record right: the value of this name takes the place of the one that `amendedNames` tell. */
  | { kind: 'amendment'; template: string; value: string }

/** The register that keeps the result, so that it fills in the next application: on the applicant, or on whom `holder` names. */
export type RecordTarget = { register: string; entity: string; holder: string | null }

export type EndNode = { node: 'end'; end: CaseEnd }
