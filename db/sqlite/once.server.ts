import type { OnceStore } from '../once-store.ts'

import type { Connection } from './open-database.server.ts'

export function sqliteOnce({ client, write }: Connection): OnceStore {
  const put = client.prepare<[string, string, string, number]>(
    'INSERT INTO once (kind, key, data, until) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET data = excluded.data, until = excluded.until',
  )
  // Reading and removing in one statement: of two who come at once, one gets it.
  const take = client.prepare<[string, string], { data: string; until: number }>('DELETE FROM once WHERE kind = ? AND key = ? RETURNING data, until')
  const forget = client.prepare<[number]>('DELETE FROM once WHERE until <= ?')
  return {
    put: (kind, key, data, until) => write(() => void put.run(kind, key, data, until)),
    take: async (kind, key, now) => {
      const row = await write(() => take.get(kind, key))
      return row && now < row.until ? row.data : null
    },
    forget: async (now) => forget.run(now).changes,
  }
}
