import type { AnswerFile, Answers, Envelope, Value } from '#app/kernel/case/answer.ts'
import type { CaseEvent } from '#app/kernel/case/case-event.ts'
import type { Behalf, CaseState } from '#app/kernel/case/case-state.ts'
import type { Sources } from '#app/kernel/records/sources.ts'
import type { Whose } from '#app/kernel/clock/segments.ts'
import type { CaseEnd } from '#app/kernel/definition/definition.ts'

import type { AccessStore, SourceCount } from './access-store.ts'
import type { BoardStore, Tally, Turnaround } from './board-store.ts'
import type { ChainStore } from './chain-store.ts'
import type { CredentialStore } from './credential-store.ts'
import type { DefinitionStore } from './definition-store.ts'
import type { Evidence, EvidenceStore } from './evidence-store.ts'
import type { KeyStore, StoredKey } from './key-store.ts'
import type { LeaseStore } from './lease-store.ts'
import type { MandateStore } from './mandate-store.ts'
import type { NoticeRow, OpenNotice } from './notice.ts'
import type { OnceStore } from './once-store.ts'
import type { NewMessage, OutboxStore, TimerStore } from './outbox-store.ts'
import type { HeardPart, PartReport, PartStore } from './part-store.ts'
import type { PersonStore } from './person-store.ts'
import type { ScanStore } from './scan-store.ts'
import type { SecurityStore } from './security-store.ts'
import type { Amendment, RecordStanding, RecordStore, RegisterRecord } from './record-store.ts'
import type { RetentionStore } from './retention-store.ts'
import type { SessionStore } from './session-store.ts'

export * from './access-store.ts'
export * from './board-store.ts'
export * from './chain-store.ts'
export * from './definition-store.ts'
export * from './outbox-store.ts'
export * from './person-store.ts'
export * from './record-store.ts'
export * from './session-store.ts'

/**
 * Everything the portal keeps. No implementation here: memory and SQLite pass one contract suite (tests/contract).
 * Instants are epoch milliseconds, days are YYYY-MM-DD in the city's zone, ids are UUIDv7 text unless said otherwise.
 */
export type Store = {
  /** One command's whole effect in one transaction: all of it or nothing. */
  commit(change: CaseCommit): Promise<Committed>
  cases: CaseStore
  desk: DeskStore
  drafts: DraftStore
  records: RecordStore
  people: PersonStore
  files: FileStore
  timers: TimerStore
  outbox: OutboxStore
  board: BoardStore
  parts: PartStore
  definitions: DefinitionStore
  access: AccessStore
  chain: ChainStore
  mandates: MandateStore
  evidence: EvidenceStore
  scans: ScanStore
  security: SecurityStore
  sessions: SessionStore
  credentials: CredentialStore
  once: OnceStore
  leases: LeaseStore
  keys: KeyStore
  retention: RetentionStore
  /** Throws when the store can't be reached; says whether its tables are those of this version. */
  ready(): Promise<boolean>
  close(): Promise<void>
}

// -- committing ------------------------------------------------------------------------------------------------------

export type CaseCommit = {
  caseId: string
  /** Version of the state the decision was made on; 0 for a new case. */
  expectedVersion: number
  /** What happened, in order; the store numbers them expectedVersion + 1 … and chains their hashes. */
  events: readonly CaseEvent[]
  state: CaseState
  summary: CaseSummary
  /** Every open part of a task of this case; replaces what was there. */
  tasks: readonly QueueRow[]
  /** Every timer of this case; replaces what was there. */
  timers: readonly { key: string; dueAt: number }[]
  /** Every open wait of this case for a record; replaces what was there. */
  awaits: readonly AwaitedRecord[]
  /** Every open wait of this case in which something is made public and may be objected to; replaces what was there. */
  notices: readonly OpenNotice[]
  outbox: readonly NewMessage[]
  records: readonly RegisterRecord[]
  certificates: readonly Certificate[]
  /** Codes of certificates taken back, and the day from which they are no longer valid. */
  revoked: readonly { code: string; on: string }[]
  /** Codes of certificates that do not hold for the time being, since a day; null: they hold again. */
  suspended: readonly { code: string; on: string | null }[]
  /** What becomes of the records that certificates of this case made. */
  standings: readonly RecordStanding[]
  /** Values put right in records that stand already; nothing happens to one that is not built in. */
  amendments: readonly Amendment[]
  /** Documents that a desk has checked. */
  evidence: readonly Evidence[]
  /** What happened to values of registers; added to the day's counts. */
  sources: readonly SourceCount[]
  /** Every part of this case, as it has heard of it. */
  parts: readonly HeardPart[]
  /** What this case, being a part, has to tell the whole. */
  partOf: PartReport | null
  tallies: readonly Tally[]
  turnarounds: readonly Turnaround[]
  /** The draft this case was submitted from, as it was read: it is closed with the case's ref, and a conflict when it was saved meanwhile. */
  draft: Pick<Draft, 'id' | 'version'> | null
  /** A second commit with the same key changes nothing and answers with the first one's case. */
  idempotencyKey: string | null
  /** Keys that values of this commit are the first to be sealed with; made by the vault, nobody else gives any. */
  keys?: readonly StoredKey[]
}

/** `wait` is closed by a record of this entity on this subject. */
export type AwaitedRecord = { wait: string; register: string; entity: string; subject: string }

export type Committed =
  | { ok: true }
  /** Somebody else's events came first: load and decide again. */
  | { ok: false; reason: 'conflict' }
  | { ok: false; reason: 'duplicate'; caseId: string; ref: string }

// -- cases -----------------------------------------------------------------------------------------------------------

/** What lists show of a case, kept beside its state. */
export type CaseSummary = {
  caseId: string
  ref: string
  service: string
  lead: string
  person: string
  company: string | null
  /** Whom it is for, when the person acts under a mandate. */
  behalf: string | null
  applicantName: string
  submittedAt: number
  endedAt: number | null
  end: CaseEnd | null
  /** Whose time it is now. */
  whose: Whose
  /** When the promised time turns yellow and runs out; null while the clock is stopped or the case has ended. */
  yellowAt: number | null
  dueAt: number | null
  /** Promised working days, and those used when the summary was written. */
  promisedDays: number
  usedDays: number
}

export type Page<Row> = { rows: readonly Row[]; next: string | null; previous: string | null }

/** Keyset: `after` or `before` is a cursor of an earlier page. A cursor that can't be read counts as none. */
export type PageQuery = { limit: number; after?: string | null; before?: string | null }

export type StoredEvent = CaseEvent & { caseId: string; version: number; prevHash: string; hash: string }

export type CaseStore = {
  load(caseId: string): Promise<CaseState | null>
  loadByRef(ref: string): Promise<CaseState | null>
  /** The case that a commit with this idempotency key made. */
  refByKey(key: string): Promise<string | null>
  /** Oldest first. */
  events(caseId: string): Promise<readonly StoredEvent[]>
  /** A person's own cases, and those of companies and people they act for (`subjects`), without parts of another: open ones first by due date, then ended, newest first. */
  listOf(applicant: { person: string; subjects: readonly string[] }, page: PageQuery): Promise<Page<CaseSummary>>
  /** Cases that began by (or were moved to) a definition and have ended, by id: at most `limit` after the one named. */
  endedOf(definitionHash: string, after: string | null, limit: number): Promise<readonly CaseState[]>
  certificate(code: string): Promise<Certificate | null>
  certificatesOf(caseId: string): Promise<readonly Certificate[]>
  /** Of what a person or these companies got: not taken back, and running out between two days (both included), soonest first. */
  runningOut(holder: { person: string; companies: readonly string[] }, from: string, to: string): Promise<readonly Certificate[]>
  /** What is public now and may be objected to, soonest over first. */
  notices(page: PageQuery): Promise<Page<NoticeRow>>
  /** Open cases waiting for a record of this entity on this subject. */
  awaitingRecord(register: string, entity: string, subject: string): Promise<readonly { caseId: string; wait: string }[]>
  /**
   * Open waits for a record for which it is time to look whether it has come, longest waiting first; each to one caller for `leaseMs`,
   * as long as it is not put off. 0 only looks.
   */
  awaitsToLook(now: number, limit: number, leaseMs: number): Promise<readonly (AwaitedRecord & { caseId: string })[]>
  /** Looked: not to be looked for again before `until`. */
  lookedFor(caseId: string, wait: string, until: number): Promise<void>
}

export type Certificate = {
  /** Unguessable; names the certificate at /verify/:code. */
  code: string
  number: string
  caseId: string
  ref: string
  service: string
  template: string
  person: string
  company: string | null
  holder: string
  /** What is printed on it, in order, with where it came from. */
  shown: readonly { name: string; value: Value; file: AnswerFile | null; envelope?: Envelope | null }[]
  issuedAt: number
  issuedOn: string
  validUntil: string | null
  /** The day from which it is no longer valid, taken back. */
  revokedOn: string | null
  /** The day since when it does not hold for the time being. */
  suspendedOn: string | null
}

// -- desk ------------------------------------------------------------------------------------------------------------

/** One open part of a task, offered to a desk. */
export type QueueRow = {
  caseId: string
  ref: string
  service: string
  applicantName: string
  task: string
  round: number
  desk: string
  version: number
  openedAt: number
  submittedAt: number
  holderId: string | null
  holderName: string | null
  visitOn: string | null
  /** Null while the clock is stopped: such rows sort last. */
  yellowAt: number | null
  dueAt: number | null
  usedDays: number
  withinDays: number
}

export const lightFilters = ['red', 'yellow', 'green', 'stopped'] as const
export type LightFilter = (typeof lightFilters)[number]

export type QueueFilter = {
  desks: readonly string[]
  holder: { is: 'anyone' } | { is: 'nobody' } | { is: 'person'; id: string }
  service: string | null
  task: string | null
  light: LightFilter | null
  now: number
}

export type QueueCounts = { all: number; mine: number; unassigned: number; red: number; yellow: number; green: number; stopped: number }

export type DeskStore = {
  /** Sorted by time left: earliest due first, stopped last; ties by case and task. */
  queue(filter: QueueFilter, page: PageQuery): Promise<Page<QueueRow>>
  counts(desks: readonly string[], person: string, now: number): Promise<QueueCounts>
  /** Distinct services and tasks with open work at these desks, for the filters. */
  choices(desks: readonly string[]): Promise<readonly { service: string; task: string }[]>
}

// -- drafts ----------------------------------------------------------------------------------------------------------

export type Draft = {
  id: string
  person: string
  company: string | null
  service: string
  definitionHash: string
  answers: Answers
  /** Records the applicant may pick from, by field name. */
  options: Readonly<Record<string, readonly Envelope[]>>
  /** How it stands with each register that is to be read, by its id. */
  sources: Sources
  /** Whom it is for, when the applicant acts for somebody else. */
  behalf: Behalf | null
  /** Grows by one a save. */
  version: number
  createdAt: number
  updatedAt: number
  /** Ref of the case it became. */
  submittedRef: string | null
}

export type DraftStore = {
  create(draft: Draft): Promise<void>
  load(id: string): Promise<Draft | null>
  /** Saves when the stored version is `draft.version - 1` and it is not submitted; says whether it did. */
  save(draft: Draft): Promise<boolean>
  /** Not submitted, last saved first, at most 50. */
  openOf(person: string): Promise<readonly Draft[]>
  remove(id: string): Promise<void>
}

// -- files ---------------------------------------------------------------------------------------------------------------

export type StoredFile = AnswerFile & { owner: string; createdAt: number }

export type FileStore = {
  put(file: StoredFile, content: Uint8Array): Promise<void>
  find(id: string): Promise<StoredFile | null>
  content(id: string): Promise<Uint8Array | null>
}
