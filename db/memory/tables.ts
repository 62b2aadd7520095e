import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import type { Credential } from '../credential-store.ts'
import type { ChainRow } from '../chain-link.ts'
import type { EventRow } from '../event-chain.ts'
import type { Evidence } from '../evidence-store.ts'
import type { StoredKey } from '../key-store.ts'
import type { Erasure } from '../retention-store.ts'
import type { Mandate } from '../mandate-store.ts'
import type { OpenNotice } from '../notice.ts'
import type { Verdict } from '../scan-store.ts'
import type { Alert, SecurityEntry } from '../security-store.ts'
import type {
  AccessEntry,
  AwaitedRecord,
  CaseSummary,
  Certificate,
  Draft,
  LeasedMessage,
  QueueRow,
  RegisterRecord,
  Session,
  SourceCount,
  StoredCheckpoint,
  StoredFile,
  PersonKept,
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
  people: new Map<string, PersonKept>(),
  files: new Map<string, { file: StoredFile; content: Uint8Array | null }>(),
  tallies: new Map<string, TallyRow>(),
  turnarounds: new Map<string, TurnaroundRow>(),
  /** By parent and sub. */
  parts: new Map<string, StoredPart>(),
  definitions: new Map<string, Definition>(),
  access: new Map<string, AccessEntry>(),
  chain: [] as ChainRow[],
  /** By size. */
  checkpoints: new Map<number, StoredCheckpoint>(),
  /** By register, day, field and kind. */
  sourceCounts: new Map<string, SourceCount>(),
  mandates: new Map<string, Mandate>(),
  evidence: new Map<string, Evidence>(),
  keys: new Map<string, StoredKey>(),
  /** Files ever given, by case. */
  fileUses: new Map<string, Set<string>>(),
  /** By case. */
  retention: new Map<string, { caseId: string; service: string; countsFrom: number }>(),
  erasures: new Map<string, Erasure>(),
  /** When was said of a draft that it is about to be deleted. */
  draftWarnings: new Map<string, number>(),
  scans: new Map<string, { verdict: Verdict; at: number }>(),
  security: new Map<string, SecurityEntry>(),
  alerts: new Map<string, Alert>(),
  sessions: new Map<string, Session>(),
  credentials: new Map<string, Credential>(),
  /** By kind and key. */
  once: new Map<string, { data: string; until: number }>(),
  leases: new Map<string, { holder: string; fence: number; until: number }>(),
})

/** Writes a new row; throws when its key is taken, as a table does. */
export function insert<Row>(table: Map<string, Row>, key: string, row: Row): void {
  if (table.has(key)) throw new Error(`There is a row with the key ${key} already`)
  table.set(key, structuredClone(row))
}

export const copyOf = <Row>(row: Row | undefined): Row | null => (row === undefined ? null : structuredClone(row))
