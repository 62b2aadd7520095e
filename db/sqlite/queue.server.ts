import { readPage, type ReadRows, type SortKey } from '../page.ts'
import type { DeskStore, QueueFilter, QueueRow } from '../store.ts'
import { queueKey, queueStart } from '../sort-key.ts'

import type { Connection } from './open-database.server.ts'
import { queueSql, type QueueShape } from './queue-statement.ts'

type Bound = Record<string, string | number | null>

/** Statements are made once for each combination of filters that is ever asked for: 240 at most. */
export function sqliteQueue({ client }: Connection): DeskStore['queue'] {
  const known = new Map<string, ReturnType<typeof prepare>>()
  const prepare = (shape: QueueShape) => client.prepare<[Bound], QueueRow>(queueSql(shape))
  const statementFor = (shape: QueueShape) => {
    const name = JSON.stringify(shape)
    const statement = known.get(name) ?? prepare(shape)
    known.set(name, statement)
    return statement
  }
  return async (filter, page) => {
    const desks = [...new Set(filter.desks)]
    const bound = valuesOf(filter, desks)
    const read: ReadRows<QueueRow> = (side, key, limit) => statementFor(shapeOf(filter, desks, side)).all({ ...bound, ...keyValues(key), limit })
    return readPage(page, queueStart, queueKey, read)
  }
}

const shapeOf = (filter: QueueFilter, desks: readonly string[], side: QueueShape['side']): QueueShape => ({
  desks: desks.length === 1 ? 'one' : 'many',
  side,
  holder: filter.holder.is,
  service: filter.service !== null,
  task: filter.task !== null,
  light: filter.light,
})

const valuesOf = ({ holder, service, task, now }: QueueFilter, desks: readonly string[]): Bound => ({
  desks: desks.length === 1 ? (desks[0] ?? '') : JSON.stringify(desks),
  holder: holder.is === 'person' ? holder.id : null,
  service,
  task,
  now,
})

const keyValues = ([sort, caseId, afterTask, round, desk]: SortKey) => ({ sort, caseId, afterTask, round, desk }) as Bound
