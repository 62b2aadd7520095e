import { Buffer } from 'node:buffer'
import type { KeyObject } from 'node:crypto'

import { BrokenSeal } from './broken-seal.ts'
import { openBytes, sealBytes } from './sealed-bytes.ts'

/** A key by its id, as it seals: 32 bytes, made ready once, since that costs more than to seal. */
export type DataKey = { id: string; secret: KeyObject }

const FORM = 'v1'

/**
 * `v1.<key id>.<nonce>.<ciphertext and tag>`, the last two in base64url: JSON of any value under AES-256-GCM.
 * @param place table, column and row: the text opens nowhere else
 */
export function sealText(key: DataKey, place: string, value: unknown): string {
  const sealed = sealBytes(key.secret, place, Buffer.from(JSON.stringify(value)))
  return [FORM, key.id, sealed.subarray(0, NONCE).toString('base64url'), sealed.subarray(NONCE).toString('base64url')].join('.')
}

/** The value that was sealed. Throws BrokenSeal for a text that was changed, moved, cut, or sealed with another key. */
export function openText(key: DataKey, place: string, text: string): unknown {
  const { keyId, nonce, rest } = partsOf(text)
  if (keyId !== key.id) throw new BrokenSeal(place)
  // sixteen letters are twelve bytes exactly: both parts are read as one
  return JSON.parse(openBytes(key.secret, place, Buffer.from(nonce + rest, 'base64url')).toString())
}

/** Which key opens it. Throws BrokenSeal for what is no sealed text. */
export const keyIdOf = (text: string): string => partsOf(text).keyId

const NONCE = 12
const NONCE_LETTERS = 16

/** A key's id may hold dots, what follows it can't. Read from the end: texts are long, and are read often. */
function partsOf(text: string): { keyId: string; nonce: string; rest: string } {
  const last = text.lastIndexOf('.')
  const before = text.lastIndexOf('.', last - 1)
  const keyId = text.slice(FORM.length + 1, Math.max(before, 0))
  if (!text.startsWith(`${FORM}.`) || keyId === '' || last - before - 1 !== NONCE_LETTERS) throw new BrokenSeal('a sealed text')
  return { keyId, nonce: text.slice(before + 1, last), rest: text.slice(last + 1) }
}
