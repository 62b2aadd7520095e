import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'

import { type Checkpoint, statementOf } from './checkpoint.ts'

/** A file of keys that can't be used, in a sentence for the auditor. */
export class UnreadableKeys extends Error {}

/** Public keys by their ids. */
export type TrustedKeys = ReadonlyMap<string, KeyObject>

const NO_KEY = 'A key file holds public Ed25519 keys in PEM, from -----BEGIN PUBLIC KEY----- on, and nothing else.'
const BLOCK = /-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g

/**
 * Reads public Ed25519 keys: PEM, one block after the other, so that a key that has been replaced can stay beside the new
 * one. Throws UnreadableKeys when there is none.
 */
export function readKeys(text: string): TrustedKeys {
  const keys = (text.match(BLOCK) ?? []).map(publicKey)
  if (keys.length === 0) throw new UnreadableKeys(NO_KEY)
  return new Map(keys.map((key) => [keyId(key), key]))
}

function publicKey(pem: string): KeyObject {
  try {
    const key = createPublicKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // said below
  }
  throw new UnreadableKeys(NO_KEY)
}

/** The first 16 hex digits of the sha256 over the public key in DER (SubjectPublicKeyInfo). */
export const keyId = (key: KeyObject): string => createHash('sha256').update(key.export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 16)

/** Who signs with an unknown key proves nothing. */
export function signatureFault(keys: TrustedKeys, checkpoint: Checkpoint): 'unknown_key' | 'checkpoint' | null {
  const key = keys.get(checkpoint.key)
  if (!key) return 'unknown_key'
  return verify(null, Buffer.from(statementOf(checkpoint)), key, Buffer.from(checkpoint.signature, 'base64')) ? null : 'checkpoint'
}
