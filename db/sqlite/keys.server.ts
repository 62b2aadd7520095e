import type { KeyCount, KeyStore, Rewrapped, StoredKey } from '../key-store.ts'

import type { Connection } from './open-database.server.ts'
import { prepareInsertNew, selected } from './prepared.ts'
import { keys } from './schema.ts'

const SELECT = `SELECT ${selected(keys, 'k')} FROM keys AS k`

export const KEYS_FOUND = `${SELECT} WHERE k.id IN (SELECT value FROM json_each(?))`
export const KEYS_OF_OWNER = 'SELECT id FROM keys WHERE owner = ? AND destroyed_at IS NULL ORDER BY id'
/** From one side of the master key's place in the index and from the other: nothing else is read. */
export const KEYS_NOT_UNDER = `
  ${SELECT} WHERE k.id IN (
    SELECT id FROM (SELECT id FROM keys WHERE destroyed_at IS NULL AND master < :master ORDER BY master, id LIMIT :limit)
    UNION ALL
    SELECT id FROM (SELECT id FROM keys WHERE destroyed_at IS NULL AND master > :master ORDER BY master, id LIMIT :limit)
  ) LIMIT :limit`

const DESTROY = `UPDATE keys SET wrapped = NULL, subject = NULL, destroyed_at = :at
  WHERE destroyed_at IS NULL AND id IN (SELECT value FROM json_each(:ids))`
const REWRAP = 'UPDATE keys SET wrapped = :wrapped, master = :master WHERE id = :id AND wrapped = :before'

export function sqliteKeys(connection: Connection): KeyStore {
  const { client } = connection
  const find = client.prepare<[string], StoredKey>(KEYS_FOUND)
  const insert = prepareInsertNew(connection, keys)
  const ofOwner = client.prepare<[string], string>(KEYS_OF_OWNER).pluck()
  const notUnder = client.prepare<[{ master: string; limit: number }], StoredKey>(KEYS_NOT_UNDER)
  const rewrapOne = client.prepare<[Rewrapped]>(REWRAP)
  const rewrap = client.transaction((all: readonly Rewrapped[]) => all.reduce((sum, one) => sum + rewrapOne.run(one).changes, 0))
  const counts = client.prepare<[], KeyCount>('SELECT master, count(*) AS count FROM keys WHERE destroyed_at IS NULL GROUP BY master ORDER BY master')
  const destroy = prepareDestroy(connection)
  return {
    find: async (ids) => find.all(JSON.stringify(ids)),
    put: (all) => connection.write(() => all.forEach(insert)),
    ofOwner: async (owner) => ofOwner.all(owner),
    destroy: async (ids, at) => {
      const count = destroy(ids, at)
      wipe(connection)
      return count
    },
    notUnder: async (master, limit) => notUnder.all({ master, limit }),
    rewrap: async (all) => rewrap.immediate(all),
    counts: async () => counts.all(),
  }
}

/** To be followed by `wipe` once its transaction is over. */
export function prepareDestroy({ client }: Connection): (ids: readonly string[], at: number) => number {
  // what is deleted or overwritten is written over with zeros, else a destroyed key would stay readable in the file
  client.pragma('secure_delete = ON')
  const destroy = client.prepare<[{ ids: string; at: number }]>(DESTROY)
  return (ids, at) => destroy.run({ ids: JSON.stringify(ids), at }).changes
}

/** Moves the log into the file and empties it: a destroyed key must not stay in an older page there. */
export const wipe = ({ client }: Connection): void => void client.pragma('wal_checkpoint(TRUNCATE)')
