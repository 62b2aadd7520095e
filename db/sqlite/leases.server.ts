import type { LeaseStore } from '../lease-store.ts'

import type { Connection } from './open-database.server.ts'

/** Whoever comes first, comes again, or comes when its time is over. The fence grows when the holder is another one. */
const TAKE = `
  INSERT INTO leases (name, holder, fence, until) VALUES (:name, :holder, 1, :until)
  ON CONFLICT DO UPDATE SET fence = fence + (holder <> excluded.holder), holder = excluded.holder, until = excluded.until
  WHERE until <= :now OR holder = excluded.holder RETURNING fence`

/** The row stays, with its fence: the next holder's is higher. */
const RELEASE = `UPDATE leases SET holder = '', until = 0 WHERE name = ? AND fence = ? AND holder <> ''`

export function sqliteLeases({ client, write }: Connection): LeaseStore {
  const take = client.prepare<[{ name: string; holder: string; now: number; until: number }], number>(TAKE).pluck()
  const release = client.prepare<[string, number]>(RELEASE)
  return {
    take: (name, holder, now, leaseMs) => write(() => take.get({ name, holder, now, until: now + leaseMs }) ?? null),
    release: (name, fence) => write(() => release.run(name, fence).changes === 1),
  }
}
