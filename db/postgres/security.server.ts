import type { LookCount, SecurityEntry, SecurityKind, SecurityStore, UseCount } from '../security-store.ts'

import { postgresAlerts } from './alerts.server.ts'
import type { Session } from './database.server.ts'
import { prepare } from './statement.ts'

export const USES = `
  SELECT kind, person, CASE WHEN person IS NULL THEN network END AS network, count(*) AS count, min(at) AS first, max(at) AS last
  FROM security_log WHERE at > :since GROUP BY kind, person, CASE WHEN person IS NULL THEN network END
  ORDER BY kind, person NULLS FIRST, network NULLS FIRST`

export const LOOKS = `
  SELECT reader_id AS person, count(DISTINCT subject) AS subjects, min(at) AS first, max(at) AS last
  FROM access_log WHERE desk IS NOT NULL AND at > :since GROUP BY reader_id ORDER BY reader_id`

const APPEND = 'INSERT INTO security_log (id, at, kind, person, network, route) VALUES (:id, :at, :kind, :person, :network, :route)'

export const ENTRIES = `
  SELECT id, at, kind, person, network, route FROM security_log
  WHERE at BETWEEN :from AND :until AND (person = :subject OR (person IS NULL AND network = :subject))
  ORDER BY at DESC, id DESC LIMIT :limit`

const TOTALS = 'SELECT kind, count(*) AS count FROM security_log WHERE at > :since GROUP BY kind'

export function postgresSecurity(database: Session): SecurityStore {
  const append = prepare(database, 'security append', APPEND)
  const uses = prepare<UseCount>(database, 'security uses', USES)
  const looks = prepare<LookCount>(database, 'security looks', LOOKS)
  const entries = prepare<SecurityEntry>(database, 'security entries', ENTRIES)
  const totals = prepare<{ kind: SecurityKind; count: number }>(database, 'security totals', TOTALS)
  const forget = prepare(database, 'security forget', 'DELETE FROM security_log WHERE at < :before')
  return {
    append: async (entry) => void (await append.run({ ...entry })),
    uses: (since) => uses.all({ since }),
    looks: (since) => looks.all({ since }),
    ...postgresAlerts(database),
    entriesOf: (subject, from, until, limit) => entries.all({ subject, from, until, limit }),
    totals: async (since) => Object.fromEntries((await totals.all({ since })).map(({ kind, count }) => [kind, count])),
    forget: (before) => forget.run({ before }),
  }
}
