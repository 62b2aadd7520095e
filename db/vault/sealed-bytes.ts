import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto'

import { BrokenSeal } from './broken-seal.ts'
import { freshBytes } from './fresh-bytes.ts'

const [ALGORITHM, NONCE, TAG] = ['aes-256-gcm', 12, 16] as const

/** Nonce, ciphertext and tag of AES-256-GCM, a new random nonce each time. @param place bound to it: it opens nowhere else */
export function sealBytes(key: KeyObject, place: string, content: Uint8Array): Buffer {
  const nonce = freshBytes(NONCE)
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG })
  cipher.setAAD(Buffer.from(place))
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

/** What was sealed. Throws BrokenSeal for anything else. */
export function openBytes(key: KeyObject, place: string, sealed: Uint8Array): Buffer {
  if (sealed.length < NONCE + TAG) throw new BrokenSeal(place)
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  try {
    const content = decipher.update(sealed.subarray(NONCE, sealed.length - TAG))
    // GCM keeps nothing back: this only checks the tag
    decipher.final()
    return content
  } catch {
    throw new BrokenSeal(place)
  }
}
