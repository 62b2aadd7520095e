import type { ChainStore, StoredCheckpoint } from '../chain-store.ts'

import { prepareHead } from './chain.server.ts'
import type { Database } from './database.server.ts'
import { prepareInsertNew } from './insert.ts'
import { checkpoints } from './schema.ts'
import { prepare } from './statement.ts'
import { selected } from './table-columns.ts'

/** A state has no time of its own; an event of the same commit stands before it. */
const TIMES = `
  LEFT JOIN events AS e ON ch.kind = 'event' AND e.case_id = ch.case_id AND e.version = ch.version
  LEFT JOIN access_log AS a ON ch.kind = 'access' AND a.id = ch.entry`

/** What is in the chain stands before what waits for it; a row that waits will have the place that is counted here. */
export const INSTANT_AFTER = `
  (SELECT e.at AS "eventAt", a.at AS "entryAt" FROM chain AS ch ${TIMES} WHERE ch.seq > :size::bigint AND ch.kind <> 'state' ORDER BY ch.seq LIMIT 1)
  UNION ALL
  (SELECT e.at, a.at
  FROM (SELECT * FROM chain_waiting ORDER BY place OFFSET greatest(0, :size::bigint - (SELECT size FROM chain_head))) AS ch ${TIMES}
  WHERE ch.kind <> 'state' ORDER BY ch.place LIMIT 1)
  LIMIT 1`

const SELECT = `SELECT ${selected(checkpoints, 'c')} FROM checkpoints AS c`

export function postgresChain(database: Database): ChainStore {
  const add = prepareInsertNew(database, checkpoints)
  const last = prepare<StoredCheckpoint>(database, 'checkpoint last', `${SELECT} ORDER BY c.size DESC LIMIT 1`)
  const lastShipped = prepare<StoredCheckpoint>(database, 'checkpoint last shipped', `${SELECT} WHERE c.shipped_at IS NOT NULL ORDER BY c.size DESC LIMIT 1`)
  const unshipped = prepare<StoredCheckpoint>(database, 'checkpoints unshipped', `${SELECT} WHERE c.shipped_at IS NULL ORDER BY c.size LIMIT :limit`)
  const shipped = prepare(database, 'checkpoint shipped', 'UPDATE checkpoints SET shipped_at = :at WHERE size = :size')
  const after = prepare<{ eventAt: string | null; entryAt: number | null }>(database, 'chain instant after', INSTANT_AFTER)
  return {
    head: prepareHead(database),
    addCheckpoint: async ({ size, head, at, key, signature }) => void (await add([{ size, head, at, key, signature, shippedAt: null }])),
    lastCheckpoint: () => last.first(),
    unshipped: (limit) => unshipped.all({ limit }),
    markShipped: async (size, at) => void (await shipped.run({ size, at })),
    uncoveredSince: async () => {
      const first = await after.first({ size: (await lastShipped.first())?.size ?? 0 })
      return first?.entryAt ?? (first?.eventAt ? Date.parse(first.eventAt) : null)
    },
  }
}
