import { Buffer } from 'node:buffer'
import { createSecretKey, randomBytes } from 'node:crypto'

import type { KeyStore, StoredKey } from '../key-store.ts'

import { BrokenSeal } from './broken-seal.ts'
import type { DataKeys } from './data-keys.ts'
import { type DataKey, keyIdOf, openText, sealText } from './sealed-text.ts'

/** A key and, of a subject's, the number that its blind index stands for. */
export type OpenKey = DataKey & { subject: string | null }

/** A key to be made if there is none: `subject` is the number behind a blind index. */
export type KeyWish = Pick<StoredKey, 'id' | 'owner' | 'matter'> & { subject: string | null }

/** Keys by id; null for one that is destroyed. */
export type Keys = (id: string) => OpenKey | null

export type KeyRing = {
  /** One query for all that are not known yet, none when all are. Throws BrokenSeal for a key that there never was. */
  load(ids: readonly string[]): Promise<Keys>
  /** The same; those that there are not are made and kept first. */
  ensure(wishes: readonly KeyWish[]): Promise<Keys>
  /** A new key that is not kept yet: whoever keeps it tells so by `learn`. */
  make(wish: KeyWish): { row: StoredKey; key: OpenKey }
  learn(key: OpenKey): void
  forget(ids: readonly string[]): void
}

/** Unwrapped keys are kept in memory, the latest used of them. */
const KEPT = 20_000

export function keyRing(store: KeyStore, { masters }: DataKeys, now: () => number): KeyRing {
  const known = new Map<string, OpenKey | null>()
  const keep = (id: string, key: OpenKey | null): void => {
    known.delete(id)
    known.set(id, key)
    for (const oldest of known.keys()) {
      if (known.size <= KEPT) break
      known.delete(oldest)
    }
  }
  const fetch = async (ids: readonly string[]): Promise<Map<string, OpenKey | null>> => {
    const found = new Map(ids.flatMap((id) => (known.has(id) ? [[id, known.get(id) ?? null] as const] : [])))
    const unknown = [...new Set(ids)].filter((id) => !found.has(id))
    const rows = unknown.length > 0 ? await store.find(unknown) : []
    for (const row of rows) found.set(row.id, unwrap(masters, row))
    for (const [id, key] of found) keep(id, key)
    return found
  }
  const make: KeyRing['make'] = ({ subject, ...wish }) => {
    const key = { id: wish.id, secret: createSecretKey(randomBytes(32)), subject }
    const wrapped = wrap(masters[0], key)
    const row = { ...wish, ...wrapped, subject: subject === null ? null : sealText(key, subjectPlace(wish.id), subject), createdAt: now(), destroyedAt: null }
    return { row, key }
  }
  return {
    load: async (ids) => lookUp(await fetch(ids)),
    ensure: async (wishes) => {
      const ids = wishes.map(({ id }) => id)
      const found = await fetch(ids)
      const missing = new Map(wishes.filter(({ id }) => !found.has(id)).map((wish) => [wish.id, wish]))
      if (missing.size === 0) return lookUp(found)
      await store.put([...missing.values()].map((wish) => make(wish).row))
      // read back: another process may have made the same one at the same time, and the first stays
      return lookUp(await fetch(ids))
    },
    make,
    learn: (key) => keep(key.id, key),
    forget: (ids) => ids.forEach((id) => known.delete(id)),
  }
}

/** A key under a master key, to be kept in the store. */
export const wrap = (master: DataKey, { id, secret }: DataKey): Pick<StoredKey, 'wrapped' | 'master'> & { wrapped: string } => ({
  wrapped: sealText(master, wrapPlace(id), secret.export().toString('base64')),
  master: master.id,
})

/** The key that a row holds; null when it is destroyed. Throws BrokenSeal when none of the master keys opens it. */
export function unwrap(masters: readonly DataKey[], row: StoredKey): OpenKey | null {
  if (row.wrapped === null) return null
  const wrappedBy = keyIdOf(row.wrapped)
  const master = masters.find(({ id }) => id === wrappedBy)
  if (!master) throw new BrokenSeal(wrapPlace(row.id))
  const key = { id: row.id, secret: createSecretKey(Buffer.from(String(openText(master, wrapPlace(row.id), row.wrapped)), 'base64')) }
  return { ...key, subject: row.subject === null ? null : String(openText(key, subjectPlace(row.id), row.subject)) }
}

const lookUp = (found: ReadonlyMap<string, OpenKey | null>): Keys => (id) => {
  const key = found.get(id)
  if (key === undefined) throw new BrokenSeal('keys/id')
  return key
}

const wrapPlace = (id: string): string => `keys/wrapped/${id}`
const subjectPlace = (id: string): string => `keys/subject/${id}`
