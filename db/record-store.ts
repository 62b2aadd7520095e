import type { Value } from '#app/kernel/case/answer.ts'

/** What a register holds on one subject (identity number or credit code). */
export type RegisterRecord = {
  register: string
  entity: string
  subject: string
  /** Tells records of one subject apart. */
  key: string
  data: Readonly<Record<string, Value>>
  asOf: string
  validUntil: string | null
  /** Only a valid one is evidence of anything. */
  standing: Standing
}
export type Standing = 'valid' | 'suspended' | 'revoked'

/** The record made by the certificate of this number, wherever it is kept. */
export type RecordStanding = { register: string; entity: string; subject: string; number: string; standing: Standing }

export type Amendment = { register: string; entity: string; subject: string; key: string; field: string; value: Value; asOf: string }

/** What a register holds on one subject: these fields of it, or all. */
export type RecordLookup = { register: string; entity: string; subject: string; fields?: readonly string[] }

export type RecordStore = {
  /** Records of any registers, however they stand, newest `asOf` first, with the fields asked for and no others: one read for all. */
  read(lookups: readonly RecordLookup[]): Promise<readonly RegisterRecord[]>
  /** A record with the same register, entity, subject and key is replaced. */
  put(records: readonly RegisterRecord[]): Promise<void>
}
