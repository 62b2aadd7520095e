import { createHmac, createSecretKey } from 'node:crypto'

/** Stands for a value where rows are looked up by it: the same value, the same text; without the secret it says nothing. */
export type BlindIndex = (kind: IndexKind, ...values: readonly string[]) => string

/** One value has different texts for different uses. */
export type IndexKind = 'subject' | 'record_key' | 'check'

/** HMAC-SHA-256 in base64url over the kind and the values, each with its length before it. The key is made ready once: that costs more than to hash. */
export function blindIndex(secret: Uint8Array): BlindIndex {
  const key = createSecretKey(secret)
  return (kind, ...values) => {
    const hmac = createHmac('sha256', key)
    for (const value of [`onetrip-index-1/${kind}`, ...values]) hmac.update(`${value.length}:`).update(value, 'utf16le')
    return hmac.digest('base64url')
  }
}
