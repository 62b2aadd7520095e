import { readPage, type ReadRows } from '../page.ts'
import type { Alert, LookCount, SecurityEntry, SecurityKind, SecurityStore, UseCount } from '../security-store.ts'
import { alertKey, alertStart } from '../sort-key.ts'

import type { Connection } from './open-database.server.ts'

const ORDER = { after: ['>', 'ASC'], before: ['<', 'DESC'] } as const
const COLUMNS = 'id, rule, subject, day, count, first, last, raised_at AS raisedAt, closed_at AS closedAt, closed_by AS closedBy, note'

const USES = `
  SELECT kind, person, CASE WHEN person IS NULL THEN network END AS network, count(*) AS count, min(at) AS first, max(at) AS last
  FROM security_log WHERE at > ? GROUP BY kind, person, CASE WHEN person IS NULL THEN network END
  ORDER BY kind, person, network`

const LOOKS = `
  SELECT json_extract(reader, '$.id') AS person, count(DISTINCT subject) AS subjects, min(at) AS first, max(at) AS last
  FROM access_log WHERE desk IS NOT NULL AND at > ? GROUP BY person ORDER BY person`

/** Closed alerts stay closed until there is more of the same. */
const RAISE = `
  INSERT INTO alerts (id, rule, subject, day, count, first, last, raised_at) VALUES (:id, :rule, :subject, :day, :count, :first, :last, :at)
  ON CONFLICT (rule, subject, day) DO UPDATE SET first = min(first, excluded.first), last = excluded.last, count = excluded.count,
    closed_at = NULL, closed_by = NULL
  WHERE excluded.count > count`

export function alertsSql(side: 'after' | 'before', open: boolean): string {
  const [than, order] = ORDER[side]
  return `
    SELECT ${COLUMNS} FROM alerts WHERE closed_at IS ${open ? '' : 'NOT '}NULL AND (sort, id) ${than} (:sort, :id)
    ORDER BY sort ${order}, id ${order} LIMIT :limit`
}

export function sqliteSecurity(connection: Connection): SecurityStore {
  const { client, write } = connection
  const append = client.prepare<[SecurityEntry]>('INSERT INTO security_log VALUES (:id, :at, :kind, :person, :network, :route)')
  const uses = client.prepare<[number], UseCount>(USES)
  const looks = client.prepare<[number], LookCount>(LOOKS)
  const raise = client.prepare<[object]>(RAISE)
  const find = client.prepare<[string], Alert>(`SELECT ${COLUMNS} FROM alerts WHERE id = ?`)
  const close = client.prepare<[number, string, string, string]>('UPDATE alerts SET closed_at = ?, closed_by = ?, note = ? WHERE id = ? AND closed_at IS NULL')
  const entries = client.prepare<[object], SecurityEntry>(`
    SELECT * FROM security_log WHERE at BETWEEN :from AND :until AND (person = :subject OR (person IS NULL AND network = :subject))
    ORDER BY at DESC, id DESC LIMIT :limit`)
  const totals = client.prepare<[number], { kind: SecurityKind; count: number }>('SELECT kind, count(*) AS count FROM security_log WHERE at > ? GROUP BY kind')
  const forget = client.prepare<[number]>('DELETE FROM security_log WHERE at < ?')
  return {
    append: (entry) => write(() => void append.run(entry)),
    uses: async (since) => uses.all(since),
    looks: async (since) => looks.all(since),
    raise: async (raised, id, at) => void raise.run({ ...raised, id, at }),
    alerts: prepareAlerts(connection),
    find: async (id) => find.get(id) ?? null,
    closeAlert: async (id, by, at, note) => close.run(at, by, note, id).changes === 1,
    entriesOf: async (subject, from, until, limit) => entries.all({ subject, from, until, limit }),
    totals: async (since) => Object.fromEntries(totals.all(since).map(({ kind, count }) => [kind, count])),
    forget: async (before) => forget.run(before).changes,
  }
}

function prepareAlerts({ client }: Connection): SecurityStore['alerts'] {
  const prepare = (open: boolean) => ({ after: client.prepare<[object], Alert>(alertsSql('after', open)), before: client.prepare<[object], Alert>(alertsSql('before', open)) })
  const [ofOpen, ofClosed] = [prepare(true), prepare(false)]
  return async (open, page) => {
    const statements = open ? ofOpen : ofClosed
    const read: ReadRows<Alert> = (side, [sort, id], limit) => statements[side].all({ sort, id, limit })
    return readPage(page, alertStart, alertKey, read)
  }
}
