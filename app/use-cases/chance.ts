import { randomFillSync } from 'node:crypto'

import type { Chance } from './environment.ts'

/** Letters and digits that can't be taken for one another when read aloud or written down (Crockford). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function letters(count: number, bytes: (size: number) => Uint8Array): string {
  let text = ''
  for (const byte of bytes(count)) text += ALPHABET[byte % 32]
  return text
}

/** @param bytes a source of random bytes; tests and the seed bring one that repeats */
export function makeChance(bytes: (size: number) => Uint8Array = randomBytes()): Chance {
  return {
    id: (now) => uuidV7(now, bytes(10)),
    // 26 letters of 5 bits: 130 bits.
    code: () => letters(26, bytes),
    ref: (now) => `${new Date(now).getUTCFullYear()}-${letters(4, bytes)}-${letters(4, bytes)}`,
  }
}

const POOL_BYTES = 4096

/** Bytes that nobody can guess, drawn from the system many at a time: one by one costs more than what they are for. None is given twice. */
function randomBytes(): (size: number) => Uint8Array {
  const pool = new Uint8Array(POOL_BYTES)
  let used = POOL_BYTES
  return (size) => {
    if (size > POOL_BYTES) throw new Error(`${size} random bytes are more than anybody needs`)
    if (used + size > POOL_BYTES) {
      randomFillSync(pool)
      used = 0
    }
    used += size
    const given = pool.slice(used - size, used)
    pool.fill(0, used - size, used)
    return given
  }
}

/** RFC 9562, version 7: 48 bits of milliseconds, then chance; so that rows of one time lie together. */
function uuidV7(now: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
