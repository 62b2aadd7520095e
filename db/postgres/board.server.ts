import { dayCounter } from '../open-cases.ts'
import type { BoardQuery, BoardStore, OpenTaskRow, TallyRow, TurnaroundRow } from '../store.ts'

import type { Session } from './database.server.ts'
import { LIGHT } from './light-sql.ts'
import { prepare } from './statement.ts'

/** A counter's slots are added up with its days. */
export const sumsSql = (table: string, byDay: boolean, columns: string, service: boolean): string => `
  SELECT ${byDay ? 'day' : ':from::text AS day'}, ${columns}, sum(count)::bigint AS count FROM ${table}
  WHERE day BETWEEN :from::text AND :to${service ? ' AND service = :service' : ''}
  GROUP BY ${byDay ? 'day, ' : ''}${columns} ORDER BY ${byDay ? 'day, ' : ''}${columns}`

/** Quarters of an hour, in which no zone's day begins: few enough to be named in the city's days one by one. */
export const OPEN_CASES = `
  SELECT service, submitted_at / 900000 * 900000 AS "submittedAt", whose, ${LIGHT} AS light, count(*) AS count
  FROM cases WHERE ended_at IS NULL GROUP BY 1, 2, 3, 4`

const OPEN_TASKS = `
  SELECT service, task, desk, (${LIGHT}) COLLATE "C" AS light, count(*) AS count, min(opened_at) AS "oldestAt"
  FROM tasks GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`

type Counted = Parameters<ReturnType<typeof dayCounter>['add']>[0]

export function postgresBoard(database: Session): BoardStore {
  const summed = prepareSums<TallyRow>(database, 'tallies', false, 'service, kind')
  const daily = prepareSums<TallyRow>(database, 'tallies', true, 'service, kind')
  const turnarounds = prepareSums<TurnaroundRow>(database, 'turnarounds', false, 'service, department, step, whose, days')
  const openCases = prepare<Counted>(database, 'board open cases', OPEN_CASES)
  const openTasks = prepare<OpenTaskRow>(database, 'board open tasks', OPEN_TASKS)
  return {
    tallies: (query, byDay) => (byDay ? daily(query) : summed(query)),
    turnarounds,
    openCases: async (now, dayOf) => {
      const counter = dayCounter(dayOf)
      for (const row of await openCases.all({ now })) counter.add(row)
      return counter.rows()
    },
    openTasks: (now) => openTasks.all({ now }),
  }
}

/** With and without a service: two statements, so that each can use its index. */
function prepareSums<Row>(database: Session, table: string, byDay: boolean, columns: string): (query: BoardQuery) => Promise<Row[]> {
  const name = `board ${table}${byDay ? ' by day' : ''}`
  const all = prepare<Row>(database, name, sumsSql(table, byDay, columns, false))
  const one = prepare<Row>(database, `${name} of a service`, sumsSql(table, byDay, columns, true))
  return (query) => (query.service === null ? all : one).all({ ...query })
}
