import type { KeyCount, KeyStore, StoredKey } from '../key-store.ts'

import type { Session } from './database.server.ts'
import { prepareInsertNew } from './insert.ts'
import { keys } from './schema.ts'
import { prepare } from './statement.ts'
import { selected } from './table-columns.ts'

const SELECT = `SELECT ${selected(keys, 'k')} FROM keys AS k`

export const KEYS_FOUND = `${SELECT} WHERE k.id = ANY(:ids::text[])`
export const KEYS_OF_OWNER = 'SELECT id FROM keys WHERE owner = :owner AND destroyed_at IS NULL ORDER BY id'
/** From one side of the master key's place in the index and from the other: nothing else is read. */
export const KEYS_NOT_UNDER = `
  (${SELECT} WHERE k.destroyed_at IS NULL AND k.master < :master ORDER BY k.master, k.id LIMIT :limit)
  UNION ALL
  (${SELECT} WHERE k.destroyed_at IS NULL AND k.master > :master ORDER BY k.master, k.id LIMIT :limit)
  LIMIT :limit`

const DESTROY = `UPDATE keys SET wrapped = NULL, subject = NULL, destroyed_at = :at WHERE destroyed_at IS NULL AND id = ANY(:ids::text[])`
const REWRAP = `
  UPDATE keys AS k SET wrapped = given.wrapped, master = given.master
  FROM unnest(:ids::text[], :befores::text[], :wrappeds::text[], :masters::text[]) AS given (id, before, wrapped, master)
  WHERE k.id = given.id AND k.wrapped = given.before`

/**
 * Keys, of which those that are destroyed can't be read any more. Their bytes lie in the server's files until it has vacuumed the table, and
 * longer in its log and in backups: how long these are kept is the operator's to say.
 */
export function postgresKeys(database: Session): KeyStore {
  const find = prepare<StoredKey>(database, 'keys found', KEYS_FOUND)
  const insert = prepareInsertNew(database, keys)
  const ofOwner = prepare<{ id: string }>(database, 'keys of an owner', KEYS_OF_OWNER)
  const notUnder = prepare<StoredKey>(database, 'keys not under', KEYS_NOT_UNDER)
  const rewrap = prepare(database, 'keys rewrap', REWRAP)
  const counts = prepare<KeyCount>(database, 'keys counted', 'SELECT master, count(*) AS count FROM keys WHERE destroyed_at IS NULL GROUP BY master ORDER BY master')
  const destroy = prepareDestroy(database)
  return {
    find: (ids) => find.all({ ids }),
    put: async (all) => void (await insert(all)),
    ofOwner: async (owner) => (await ofOwner.all({ owner })).map(({ id }) => id),
    destroy: (ids, at) => destroy(ids, at),
    notUnder: (master, limit) => notUnder.all({ master, limit }),
    rewrap: (all) =>
      rewrap.run({ ids: all.map(({ id }) => id), befores: all.map(({ before }) => before), wrappeds: all.map(({ wrapped }) => wrapped), masters: all.map(({ master }) => master) }),
    counts: () => counts.all(),
  }
}

/** Forgets keys for good, alone or in a transaction. Says how many there were. */
export function prepareDestroy(database: Session): (ids: readonly string[], at: number, session?: Session) => Promise<number> {
  const destroy = prepare(database, 'keys destroy', DESTROY)
  return (ids, at, session) => destroy.run({ ids, at }, session)
}
