import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import type { EventRow } from '../event-chain.ts'
import type { Evidence } from '../evidence-store.ts'
import type { Mandate } from '../mandate-store.ts'
import type { OpenNotice } from '../notice.ts'
import type {
  AccessEntry,
  AwaitedRecord,
  CaseSummary,
  Certificate,
  Draft,
  LeasedMessage,
  QueueRow,
  RegisterRecord,
  SourceCount,
  StoredFile,
  StoredPerson,
  TallyRow,
  TurnaroundRow,
} from '../store.ts'

import type { StoredPart } from './parts.ts'

/** `wakeAt` is when it is due, or until when it was put off. */
export type StoredTimer = { caseId: string; key: string; dueAt: number; wakeAt: number }

/** Waits until `leaseUntil`, at first its own instant. */
export type StoredMessage = LeasedMessage & { leaseUntil: number }

/** The tables of SQLite as Maps. Nothing in them is ever handed out or taken in without a copy. */
export type Tables = ReturnType<typeof emptyTables>

export const emptyTables = () => ({
  cases: new Map<string, { state: CaseState; summary: CaseSummary }>(),
  events: new Map<string, EventRow[]>(),
  /** By case. */
  tasks: new Map<string, readonly QueueRow[]>(),
  timers: new Map<string, readonly StoredTimer[]>(),
  awaits: new Map<string, readonly (AwaitedRecord & { lookAt: number })[]>(),
  notices: new Map<string, readonly OpenNotice[]>(),
  outbox: new Map<string, StoredMessage>(),
  certificates: new Map<string, Certificate>(),
  idempotency: new Map<string, { caseId: string; ref: string }>(),
  drafts: new Map<string, Draft>(),
  records: new Map<string, RegisterRecord>(),
  people: new Map<string, StoredPerson>(),
  files: new Map<string, { file: StoredFile; content: Uint8Array }>(),
  tallies: new Map<string, TallyRow>(),
  turnarounds: new Map<string, TurnaroundRow>(),
  /** By parent and sub. */
  parts: new Map<string, StoredPart>(),
  definitions: new Map<string, Definition>(),
  access: new Map<string, AccessEntry>(),
  /** By register, day, field and kind. */
  sourceCounts: new Map<string, SourceCount>(),
  mandates: new Map<string, Mandate>(),
  evidence: new Map<string, Evidence>(),
})

/** Writes a new row; throws when its key is taken, as a table does. */
export function insert<Row>(table: Map<string, Row>, key: string, row: Row): void {
  if (table.has(key)) throw new Error(`There is a row with the key ${key} already`)
  table.set(key, structuredClone(row))
}

export const copyOf = <Row>(row: Row | undefined): Row | null => (row === undefined ? null : structuredClone(row))
