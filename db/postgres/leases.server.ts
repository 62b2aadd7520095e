import type { LeaseStore } from '../lease-store.ts'

import type { Session } from './database.server.ts'
import { prepare } from './statement.ts'

/** Whoever comes first, comes again, or comes when its time is over. The fence grows when the holder is another one. */
const TAKE = `
  INSERT INTO leases AS l (name, holder, fence, until) VALUES (:name, :holder, 1, :until)
  ON CONFLICT (name) DO UPDATE SET fence = l.fence + (l.holder <> excluded.holder)::integer, holder = excluded.holder, until = excluded.until
  WHERE l.until <= :now OR l.holder = excluded.holder RETURNING l.fence`

/** The row stays, with its fence: the next holder's is higher. */
const RELEASE = `UPDATE leases SET holder = '', until = 0 WHERE name = :name AND fence = :fence AND holder <> ''`

export function postgresLeases(database: Session): LeaseStore {
  const take = prepare<{ fence: number }>(database, 'leases take', TAKE)
  const release = prepare(database, 'leases release', RELEASE)
  return {
    take: async (name, holder, now, leaseMs) => (await take.first({ name, holder, now, until: now + leaseMs }))?.fence ?? null,
    release: async (name, fence) => (await release.run({ name, fence })) === 1,
  }
}
