import type { OnceStore } from '../once-store.ts'

import type { Session } from './database.server.ts'
import { prepare } from './statement.ts'

const PUT = `
  INSERT INTO once (kind, key, data, until) VALUES (:kind, :key, :data, :until)
  ON CONFLICT (kind, key) DO UPDATE SET data = excluded.data, until = excluded.until`

export function postgresOnce(database: Session): OnceStore {
  const put = prepare(database, 'once put', PUT)
  // Reading and removing in one statement: of two who come at once, one gets it.
  const take = prepare<{ data: string; until: number }>(database, 'once take', 'DELETE FROM once WHERE kind = :kind AND key = :key RETURNING data, until')
  const forget = prepare(database, 'once forget', 'DELETE FROM once WHERE until <= :now')
  return {
    put: async (kind, key, data, until) => void (await put.run({ kind, key, data, until })),
    take: async (kind, key, now) => {
      const row = await take.first({ kind, key })
      return row && now < row.until ? row.data : null
    },
    forget: (now) => forget.run({ now }),
  }
}
