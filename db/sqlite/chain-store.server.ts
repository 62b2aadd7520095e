import { asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'

import type { ChainStore } from '../chain-store.ts'

import { prepareHead } from './chain.server.ts'
import type { Connection } from './open-database.server.ts'
import { placeholdersOf } from './prepared.ts'
import { checkpoints } from './schema.ts'

/** A state has no time of its own; an event of the same commit stands before it. */
const INSTANT_AFTER = `
  SELECT e.at AS eventAt, a.at AS entryAt
  FROM chain AS ch
  LEFT JOIN events AS e ON ch.kind = 'event' AND e.case_id = ch.case_id AND e.version = ch.version
  LEFT JOIN access_log AS a ON ch.kind = 'access' AND a.id = ch.entry
  WHERE ch.seq > ? AND ch.kind <> 'state' ORDER BY ch.seq LIMIT 1`

export function sqliteChain(connection: Connection): ChainStore {
  const { client, orm } = connection
  const head = prepareHead(connection)
  const { size, head: hash, at, key, signature } = checkpoints
  const add = orm.insert(checkpoints).values({ ...placeholdersOf({ size, head: hash, at, key, signature }), shippedAt: null }).onConflictDoNothing().prepare()
  const last = orm.select().from(checkpoints).orderBy(desc(checkpoints.size)).limit(1).prepare()
  const lastShipped = orm.select().from(checkpoints).where(isNotNull(checkpoints.shippedAt)).orderBy(desc(checkpoints.size)).limit(1).prepare()
  const unshipped = orm.select().from(checkpoints).where(isNull(checkpoints.shippedAt)).orderBy(asc(checkpoints.size)).limit(sql.placeholder('limit')).prepare()
  const after = client.prepare<[number], { eventAt: string | null; entryAt: number | null }>(INSTANT_AFTER)
  return {
    head: async () => head(),
    addCheckpoint: async (checkpoint) => void add.run(checkpoint),
    lastCheckpoint: async () => last.get() ?? null,
    unshipped: async (limit) => unshipped.all({ limit }),
    markShipped: async (of, shippedAt) => void orm.update(checkpoints).set({ shippedAt }).where(eq(checkpoints.size, of)).run(),
    uncoveredSince: async () => {
      const first = after.get(lastShipped.get()?.size ?? 0)
      return first?.entryAt ?? (first?.eventAt ? Date.parse(first.eventAt) : null)
    },
  }
}
