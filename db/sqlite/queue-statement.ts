import type { QueueFilter } from '../store.ts'

import { selected } from './prepared.ts'
import { tasks } from './schema.ts'

/** What makes one queue statement differ from another; its values are bound. */
export type QueueShape = {
  desks: 'one' | 'many'
  side: 'after' | 'before'
  holder: QueueFilter['holder']['is']
  service: boolean
  task: boolean
  light: QueueFilter['light']
}

const HOLDER = { anyone: '', nobody: ' AND holder_id IS NULL', person: ' AND holder_id = :holder' }

/** `sort` is the due instant, or the largest one while the clock is stopped. */
const LIGHT = {
  red: ' AND sort <= :now',
  yellow: ' AND sort > :now AND sort < 9007199254740991 AND yellow_at <= :now',
  green: ' AND sort > :now AND sort < 9007199254740991 AND (yellow_at > :now OR yellow_at IS NULL)',
  stopped: ' AND sort = 9007199254740991',
}

/**
 * One page of a queue over any number of desks. Each desk gives its next rows from an index, no more than a page of them;
 * only those are merged and sorted, and one desk's not at all. So the cost does not grow with the length of a queue.
 */
export function queueSql({ desks, side, holder, service, task, light }: QueueShape): string {
  const [than, order] = side === 'after' ? ['>', 'ASC'] : ['<', 'DESC']
  const filter = HOLDER[holder] + (service ? ' AND service = :service' : '') + (task ? ' AND task = :task' : '') + (light ? LIGHT[light] : '')
  const sorted = (alias: string) => ['sort', 'case_id', 'task', 'round'].map((column) => `${alias}.${column} ${order}`).join(', ')
  const pageOf = (alias: string, desk: string) => `
      FROM tasks AS ${alias} INDEXED BY ${holder === 'anyone' ? 'tasks_by_desk' : 'tasks_by_holder'}
      WHERE desk = ${desk}${filter} AND (sort, case_id, task, round, desk) ${than} (:sort, :caseId, :afterTask, :round, :desk)
      ORDER BY ${sorted(alias)} LIMIT :limit`
  const columns = selected(tasks, 't')
  if (desks === 'one') return `SELECT ${columns} ${pageOf('t', ':desks')}`
  return `
    SELECT ${columns}
    FROM json_each(:desks) AS d CROSS JOIN tasks AS t
    WHERE t.id IN (
      SELECT id ${pageOf('q', 'd.value')}
    )
    ORDER BY ${sorted('t')}, t.desk ${order} LIMIT :limit`
}
