import type { QueueFilter } from '../store.ts'

import { ORDER, type Side } from './page-from.ts'
import { tasks } from './schema.ts'
import { selected } from './table-columns.ts'

/** What makes one queue statement differ from another; its values are bound. */
export type QueueShape = {
  side: Side
  holder: QueueFilter['holder']['is']
  service: boolean
  task: boolean
  light: QueueFilter['light']
}

const HOLDER = { anyone: '', nobody: ' AND q.holder_id IS NULL', person: ' AND q.holder_id = :holder' }

/** `sort` is the due instant, or the largest one while the clock is stopped. */
const LIGHT = {
  red: ' AND q.sort <= :now::bigint',
  yellow: ' AND q.sort > :now::bigint AND q.sort < 9007199254740991 AND q.yellow_at <= :now::bigint',
  green: ' AND q.sort > :now::bigint AND q.sort < 9007199254740991 AND (q.yellow_at > :now::bigint OR q.yellow_at IS NULL)',
  stopped: ' AND q.sort = 9007199254740991',
}

/**
 * One page of a queue over any number of desks. Each desk gives its next rows from an index, no more than a page of them;
 * only those are merged and sorted. So the cost does not grow with the length of a queue.
 */
export function queueSql({ side, holder, service, task, light }: QueueShape): string {
  const [than, order] = ORDER[side]
  const filter = HOLDER[holder] + (service ? ' AND q.service = :service' : '') + (task ? ' AND q.task = :task' : '') + (light ? LIGHT[light] : '')
  const sorted = (alias: string) => ['sort', 'case_id', 'task', 'round'].map((column) => `${alias}.${column} ${order}`).join(', ')
  return `
    SELECT ${selected(tasks, 't')}
    FROM unnest(:desks::text[]) AS d (desk) CROSS JOIN LATERAL (
      SELECT * FROM tasks AS q
      WHERE q.desk = d.desk${filter} AND (q.sort, q.case_id, q.task, q.round, q.desk) ${than} (:sort::bigint, :caseId::text, :afterTask::text, :round::bigint, :afterDesk::text)
      ORDER BY ${sorted('q')} LIMIT :limit
    ) AS t
    ORDER BY ${sorted('t')}, t.desk ${order} LIMIT :limit`
}

/** A letter for each part of a shape: names have 63 characters at most. */
export const queueName = ({ side, holder, service, task, light }: QueueShape): string => `queue ${side} ${holder} ${service ? 's' : ''}${task ? 't' : ''} ${light ?? ''}`
