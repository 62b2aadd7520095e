import type { Alert, SecurityStore } from '../security-store.ts'
import { alertKey, alertStart } from '../sort-key.ts'

import type { Session } from './database.server.ts'
import { ORDER, pageFrom, type Side } from './page-from.ts'
import { prepare } from './statement.ts'

const COLUMNS = 'id, rule, subject, day, count, first, last, raised_at AS "raisedAt", closed_at AS "closedAt", closed_by AS "closedBy", note'

/** Closed alerts stay closed until there is more of the same. */
const RAISE = `
  INSERT INTO alerts AS a (id, rule, subject, day, count, first, last, raised_at) VALUES (:id, :rule, :subject, :day, :count, :first, :last, :at)
  ON CONFLICT (rule, subject, day) DO UPDATE SET first = least(a.first, excluded.first), last = excluded.last, count = excluded.count,
    closed_at = NULL, closed_by = NULL
  WHERE excluded.count > a.count`

const CLOSE = 'UPDATE alerts SET closed_at = :at, closed_by = :by, note = :note WHERE id = :id AND closed_at IS NULL'

export function alertsSql(side: Side, open: boolean): string {
  const [than, order] = ORDER[side]
  return `
    SELECT ${COLUMNS} FROM alerts WHERE closed_at IS ${open ? '' : 'NOT '}NULL AND (sort, id) ${than} (:sort::bigint, :id::text)
    ORDER BY sort ${order}, id ${order} LIMIT :limit`
}

export function postgresAlerts(database: Session): Pick<SecurityStore, 'raise' | 'alerts' | 'find' | 'closeAlert'> {
  const raise = prepare(database, 'alert raise', RAISE)
  const find = prepare<Alert>(database, 'alert', `SELECT ${COLUMNS} FROM alerts WHERE id = :id`)
  const close = prepare(database, 'alert close', CLOSE)
  return {
    raise: async (raised, id, at) => void (await raise.run({ ...raised, id, at })),
    alerts: prepareAlerts(database),
    find: (id) => find.first({ id }),
    closeAlert: async (id, by, at, note) => (await close.run({ id, by, at, note })) === 1,
  }
}

function prepareAlerts(database: Session): SecurityStore['alerts'] {
  const prepared = (open: boolean) => ({
    after: prepare<Alert>(database, `alerts ${open} after`, alertsSql('after', open)),
    before: prepare<Alert>(database, `alerts ${open} before`, alertsSql('before', open)),
  })
  const [ofOpen, ofClosed] = [prepared(true), prepared(false)]
  return (open, page) => {
    const statements = open ? ofOpen : ofClosed
    return pageFrom<Alert>(page, alertStart, alertKey, (side, [sort, id], limit) => statements[side].all({ sort, id, limit }))
  }
}
