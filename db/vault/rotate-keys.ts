import type { KeyStore } from '../key-store.ts'

import type { DataKeys } from './data-keys.ts'
import { unwrap, wrap } from './key-ring.ts'

const BATCH = 500

/**
 * Puts every key under the current master key, batch by batch, while the portal runs. Broken off, it goes on where it was: what is
 * done is done. Throws BrokenSeal when a key lies under a master key that is not given.
 * @param progress keys done so far
 * @returns how many it moved
 */
export async function rotateKeys(keys: KeyStore, { masters }: DataKeys, progress: (done: number) => void = () => {}): Promise<number> {
  const [current] = masters
  let done = 0
  for (;;) {
    const rows = await keys.notUnder(current.id, BATCH)
    if (rows.length === 0) return done
    const rewrapped = rows.flatMap((row) => {
      const key = unwrap(masters, row)
      return key && row.wrapped !== null ? [{ id: row.id, before: row.wrapped, ...wrap(current, key) }] : []
    })
    done += await keys.rewrap(rewrapped)
    progress(done)
  }
}
