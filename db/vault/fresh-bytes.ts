import { Buffer } from 'node:buffer'
import { randomFillSync } from 'node:crypto'

/** Bytes drawn at once: asking the operating system costs the same for twelve as for thousands. */
const DRAWN = 4096

let pool = Buffer.alloc(0)

/** Random bytes that were never given to anybody before. @param size at most 4096 */
export function freshBytes(size: number): Buffer {
  if (size > DRAWN) throw new RangeError(`${size} random bytes are more than are drawn at once`)
  // a new pool each time: what was given stays whose it is
  if (pool.length < size) pool = randomFillSync(Buffer.allocUnsafeSlow(DRAWN))
  const fresh = pool.subarray(0, size)
  pool = pool.subarray(size)
  return fresh
}
