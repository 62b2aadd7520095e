import { queueKey, queueStart } from '../sort-key.ts'
import type { DeskStore, QueueFilter, QueueRow } from '../store.ts'

import type { Session } from './database.server.ts'
import { pageFrom, type Side } from './page-from.ts'
import { queueName, queueSql, type QueueShape } from './queue-statement.ts'
import { prepare, type Statement } from './statement.ts'

/** Statements are made once for each combination of filters that is ever asked for: 120 at most. */
export function postgresQueue(database: Session): DeskStore['queue'] {
  const known = new Map<string, Statement<QueueRow>>()
  const statementFor = (shape: QueueShape) => {
    const name = queueName(shape)
    const statement = known.get(name) ?? prepare<QueueRow>(database, name, queueSql(shape))
    known.set(name, statement)
    return statement
  }
  return async (filter, page) => {
    const bound = valuesOf(filter)
    return pageFrom<QueueRow>(page, queueStart, queueKey, (side, [sort, caseId, afterTask, round, afterDesk], limit) =>
      statementFor(shapeOf(filter, side)).all({ ...bound, sort, caseId, afterTask, round, afterDesk, limit }),
    )
  }
}

const shapeOf = (filter: QueueFilter, side: Side): QueueShape => ({
  side,
  holder: filter.holder.is,
  service: filter.service !== null,
  task: filter.task !== null,
  light: filter.light,
})

const valuesOf = ({ desks, holder, service, task, now }: QueueFilter) => ({
  desks: [...new Set(desks)],
  holder: holder.is === 'person' ? holder.id : null,
  service,
  task,
  now,
})
