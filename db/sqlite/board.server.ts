import { dayCounter } from '../open-cases.ts'
import type { BoardQuery, BoardStore, OpenTaskRow, TallyRow } from '../store.ts'

import { LIGHT } from './light-sql.ts'
import type { Ask } from './reports.server.ts'
import { sqliteTurnarounds } from './turnarounds.server.ts'

/** With and without a service: two statements, so that each can use its index. */
const sums = (table: string, day: string, columns: string) => ({ service }: BoardQuery): string => `
  SELECT ${day} AS day, ${columns}, sum(count) AS count FROM ${table}
  WHERE day BETWEEN :from AND :to${service === null ? '' : ' AND service = :service'}
  GROUP BY 1, ${columns} ORDER BY 1, ${columns}`

/** Quarters of an hour, in which no zone's day begins: few enough to be named in the city's days one by one. */
export const OPEN_CASES = `
  SELECT service, submitted_at / 900000 * 900000 AS submittedAt, whose, ${LIGHT} AS light, count(*) AS count
  FROM cases WHERE ended_at IS NULL GROUP BY 1, 2, 3, 4`

const OPEN_TASKS = `
  SELECT service, task, desk, ${LIGHT} AS light, count(*) AS count, min(opened_at) AS oldestAt
  FROM tasks GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`

const DAILY_TALLIES = sums('tallies', 'day', 'service, kind')
const TALLIES = sums('tallies', ':from', 'service, kind')

/** What managers ask for reads many rows: of counters and open work, and on the thread for reports. */
export function sqliteBoard(ask: Ask): BoardStore {
  return {
    tallies: (query, byDay) => ask<TallyRow>((byDay ? DAILY_TALLIES : TALLIES)(query), query),
    turnarounds: sqliteTurnarounds(ask),
    openCases: async (now, dayOf) => {
      const counter = dayCounter(dayOf)
      for (const row of await ask<Parameters<typeof counter.add>[0]>(OPEN_CASES, { now })) counter.add(row)
      return counter.rows()
    },
    openTasks: (now) => ask<OpenTaskRow>(OPEN_TASKS, { now }),
  }
}
