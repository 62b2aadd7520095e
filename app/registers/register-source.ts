import type { RegisterRecord } from '#db/store.ts'

/** One bulk read of one register: all subjects and fields that a purpose needs, in one request. */
export type RegisterRequest = {
  /** Names this read in the portal's access log and in the register's own (UUIDv7). */
  id: string
  register: string
  /** The agreement it is read under, and what for. */
  agreement: string
  purpose: string
  /** The case (ref) or draft (id) it is for. */
  reason: string
  wanted: readonly WantedRecord[]
}

export type WantedRecord = { entity: string; subject: string; fields: readonly string[] }

/**
 * `no_answer`: down, stalled, too slow, or given up for a while. `wrong_answer`: it said something that can't be: another
 * subject, a field that was not asked for, a value of another kind. Nothing of a wrong answer is used.
 */
export type RegisterAnswer = { ok: true; records: readonly RegisterRecord[] } | { ok: false; why: 'no_answer' | 'wrong_answer' }

/** A way to a register: built in, or over HTTP. Never throws for what a register does; `signal` ends the wait. */
export type RegisterSource = { read(request: RegisterRequest, signal: AbortSignal): Promise<RegisterAnswer> }
