import type { PartRow, PartStore } from '../part-store.ts'

import type { Session } from './database.server.ts'
import { readJson } from './json-column.ts'
import { prepare } from './statement.ts'
import { dueSql, takeSql } from './take-due.ts'

type Stored = Omit<PartRow, 'answers'> & { answers: string }

const COLUMNS = `t.parent_id AS "parentId", t.sub, t.service, t.definition_hash AS "definitionHash", t.company, t.opened_at AS "openedAt", t.child_id AS "childId",
  t.child_ref AS "childRef", t.whose, t."end", t.answers, t.heard_whose AS "heardWhose", t.heard_end AS "heardEnd"`

const PARTS = { table: 'parts', at: 'wake_at', key: ['parent_id', 'sub'], columns: COLUMNS, where: ' AND t.pending' }

export const PENDING = dueSql(PARTS)
export const TAKE_PENDING = takeSql(PARTS)

export function postgresParts(database: Session): PartStore {
  const of = prepare<Stored>(database, 'parts of a case', `SELECT ${COLUMNS} FROM parts AS t WHERE t.parent_id = :id ORDER BY t.opened_at, t.sub`)
  const pendingOf = prepare<Stored>(database, 'parts pending of', `SELECT ${COLUMNS} FROM parts AS t WHERE t.parent_id = :id AND t.pending ORDER BY t.opened_at, t.sub`)
  const pending = prepare<Stored>(database, 'parts pending', PENDING)
  const take = prepare<Stored>(database, 'parts take', TAKE_PENDING)
  const postpone = prepare(database, 'parts postpone', 'UPDATE parts SET wake_at = greatest(wake_at, :until) WHERE parent_id = :id AND sub = :sub')
  return {
    of: async (id) => (await of.all({ id })).map(read),
    pending: async (now, limit, leaseMs) => (await (leaseMs > 0 ? take.all({ now, limit, until: now + leaseMs }) : pending.all({ now, limit }))).map(read),
    pendingOf: async (id) => (await pendingOf.all({ id })).map(read),
    postpone: async (id, sub, until) => void (await postpone.run({ id, sub, until })),
  }
}

const read = (row: Stored): PartRow => ({ ...row, answers: readJson('parts.answers', row.answers) })
