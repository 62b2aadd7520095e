import { dayCounter } from '../open-cases.ts'
import type { BoardQuery, BoardStore, OpenTaskRow, TallyRow, TurnaroundRow } from '../store.ts'

import { LIGHT } from './light-sql.ts'
import type { Connection } from './open-database.server.ts'

const sums = (table: string, day: string, columns: string, service: boolean): string => `
  SELECT ${day} AS day, ${columns}, sum(count) AS count FROM ${table}
  WHERE day BETWEEN :from AND :to${service ? ' AND service = :service' : ''}
  GROUP BY 1, ${columns} ORDER BY 1, ${columns}`

/** Quarters of an hour, in which no zone's day begins: few enough to be named in the city's days one by one. */
export const OPEN_CASES = `
  SELECT service, submitted_at / 900000 * 900000 AS submittedAt, whose, ${LIGHT} AS light, count(*) AS count
  FROM cases WHERE ended_at IS NULL GROUP BY 1, 2, 3, 4`

const OPEN_TASKS = `
  SELECT service, task, desk, ${LIGHT} AS light, count(*) AS count, min(opened_at) AS oldestAt
  FROM tasks GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`

export function sqliteBoard(connection: Connection): BoardStore {
  const summed = prepareSums<TallyRow>(connection, 'tallies', ':from', 'service, kind')
  const daily = prepareSums<TallyRow>(connection, 'tallies', 'day', 'service, kind')
  const turnarounds = prepareSums<TurnaroundRow>(connection, 'turnarounds', ':from', 'service, department, step, whose, days')
  const openCases = connection.client.prepare<[{ now: number }], Parameters<ReturnType<typeof dayCounter>['add']>[0]>(OPEN_CASES)
  const openTasks = connection.client.prepare<[{ now: number }], OpenTaskRow>(OPEN_TASKS)
  return {
    tallies: async (query, byDay) => (byDay ? daily(query) : summed(query)),
    turnarounds: async (query) => turnarounds(query),
    openCases: async (now, dayOf) => {
      const counter = dayCounter(dayOf)
      for (const row of openCases.iterate({ now })) counter.add(row)
      return counter.rows()
    },
    openTasks: async (now) => openTasks.all({ now }),
  }
}

/** With and without a service: two statements, so that each can use its index. */
function prepareSums<Row>({ client }: Connection, table: string, day: string, columns: string): (query: BoardQuery) => Row[] {
  const all = client.prepare<[BoardQuery], Row>(sums(table, day, columns, false))
  const one = client.prepare<[BoardQuery], Row>(sums(table, day, columns, true))
  return (query) => (query.service === null ? all : one).all(query)
}
