import { lightOf } from '../light.ts'
import { dayCounter } from '../open-cases.ts'
import type { BoardQuery, BoardStore, OpenTaskRow, QueueRow, TallyRow, TurnaroundRow } from '../store.ts'

import { by } from './order.ts'
import type { Tables } from './tables.ts'

export function memoryBoard(tables: Tables): BoardStore {
  return {
    tallies: async (query, byDay) => added(within(tables.tallies.values(), query), byDay ? null : query.from, tallyKey),
    turnarounds: async (query) => added(within(tables.turnarounds.values(), query), query.from, turnaroundKey),
    openCases: async (now, dayOf) => {
      const counter = dayCounter(dayOf)
      const open = [...tables.cases.values()].filter(({ summary }) => summary.endedAt === null)
      for (const { summary } of open) {
        const { service, submittedAt, whose } = summary
        counter.add({ service, submittedAt, whose, light: lightOf(summary, now), count: 1 })
      }
      return counter.rows()
    },
    openTasks: async (now) => countTasks([...tables.tasks.values()].flat(), now),
  }
}

const tallyKey = ({ day, service, kind }: TallyRow) => [day, service, kind]
const turnaroundKey = ({ day, service, department, step, whose, days }: TurnaroundRow) => [day, service, department, step, whose, days]

const within = <Row extends { day: string; service: string }>(rows: Iterable<Row>, { from, to, service }: BoardQuery): Row[] =>
  [...rows].filter((row) => row.day >= from && row.day <= to && (service ?? row.service) === row.service)

/** Sums of rows that are equal but for their count, once all stand on one `day`; null leaves them on theirs. */
function added<Row extends { day: string; count: number }>(rows: readonly Row[], day: string | null, keyOf: (row: Row) => (number | string)[]): Row[] {
  const sums = new Map<string, Row>()
  for (const row of rows.map((one) => ({ ...one, day: day ?? one.day }))) {
    const key = JSON.stringify(keyOf(row))
    sums.set(key, { ...row, count: row.count + (sums.get(key)?.count ?? 0) })
  }
  return [...sums.values()].sort(by(keyOf))
}

function countTasks(tasks: readonly QueueRow[], now: number): OpenTaskRow[] {
  const rows = new Map<string, OpenTaskRow>()
  for (const { service, task, desk, openedAt, ...due } of tasks) {
    const light = lightOf(due, now)
    const key = JSON.stringify([service, task, desk, light])
    const { count, oldestAt } = rows.get(key) ?? { count: 0, oldestAt: openedAt }
    rows.set(key, { service, task, desk, light, count: count + 1, oldestAt: Math.min(oldestAt, openedAt) })
  }
  return [...rows.values()].sort(by(({ service, task, desk, light }) => [service, task, desk, light]))
}
