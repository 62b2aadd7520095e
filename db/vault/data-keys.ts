import { Buffer } from 'node:buffer'
import { createSecretKey, randomBytes } from 'node:crypto'

import type { DataKey } from './sealed-text.ts'

/** Secrets that are kept outside the store: without them nothing personal in it can be read. */
export type DataKeys = {
  /** Master keys, the current one first; older ones still open what they sealed. */
  masters: readonly [DataKey, ...DataKey[]]
  /** Secret of the blind index. */
  index: Uint8Array
}

/**
 * Reads `id:base64,…` (the first is the current one) and the index secret in base64, 32 bytes each.
 * @returns sentences that say what is wrong, and never what was there
 */
export function readDataKeys(dataKeys: string, indexSecret: string): { ok: true; keys: DataKeys } | { ok: false; messages: string[] } {
  const masters = dataKeys.split(',').map((one) => readMaster(one.trim()))
  const index = readSecret(indexSecret.trim())
  const [first, ...older] = masters.flatMap((one) => one ?? [])
  const messages = [
    ...(masters.includes(null) ? ['DATA_KEYS: each key is written id:base64 of 32 random bytes, the current one first. Make one with: npm run keys -- make'] : []),
    ...(new Set(masters.map((one) => one?.id)).size < masters.length ? ['DATA_KEYS: two keys have the same id'] : []),
    ...(index ? [] : ['INDEX_SECRET: must be base64 of 32 random bytes. Make one with: npm run keys -- make']),
  ]
  if (messages.length > 0 || !first || !index) return { ok: false, messages }
  return { ok: true, keys: { masters: [first, ...older], index } }
}

/** A new master key as DATA_KEYS wants it. */
export const makeMaster = (id: string): string => `${id}:${makeSecret()}`

export const makeSecret = (): string => randomBytes(SECRET_BYTES).toString('base64')

const SECRET_BYTES = 32
/** Random bytes repeat little: 32 of them with fewer different ones than this come from no random source. */
const DIFFERENT = 16

function readMaster(text: string): DataKey | null {
  const [, id, secret] = /^([\w-]{1,40}):(\S+)$/.exec(text) ?? []
  const bytes = secret === undefined ? null : readSecret(secret)
  return id !== undefined && bytes ? { id, secret: createSecretKey(bytes) } : null
}

function readSecret(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === SECRET_BYTES && new Set(bytes).size >= DIFFERENT ? bytes : null
}
