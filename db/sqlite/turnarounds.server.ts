import type { BoardStore, TurnaroundRow } from '../store.ts'
import { wholeMonths } from '../whole-months.ts'

import type { Ask } from './reports.server.ts'

/** A histogram of one day or month: `days` and beside each, in `counts`, how often; both JSON. */
type Packed = Omit<TurnaroundRow, 'day' | 'days' | 'count'> & { days: string; counts: string }

const KIND = 'service, department, step, whose'

/**
 * Whole months are read from their own sums, only the ends of a period from days. Rows come a histogram at a time, as they lie in the key:
 * to sort them by their days, or to send each of them from the thread for reports, costs more than to read them.
 */
export const turnaroundsSql = (service: boolean): string => {
  const part = (table: string, date: string, from: string, to: string) => `
    SELECT ${KIND}, json_group_array(days) AS days, json_group_array(count) AS counts FROM ${table}
    WHERE ${service ? 'service = :service AND ' : ''}${date} BETWEEN ${from} AND ${to} GROUP BY ${date}, ${KIND}`
  const parts = [part('turnaround_months', 'month', ':monthFrom', ':monthTo'), part('turnarounds', 'day', ':from', ':headTo'), part('turnarounds', 'day', ':tailFrom', ':to')]
  return `${parts.join(' UNION ALL ')} ORDER BY ${KIND}`
}

const [ALL, OF_SERVICE] = [turnaroundsSql(false), turnaroundsSql(true)]

/** Histograms of a period, those of one kind added up. */
export const sqliteTurnarounds = (ask: Ask): BoardStore['turnarounds'] => async (query) => {
  const rows = await ask<Packed>(query.service === null ? ALL : OF_SERVICE, { ...query, ...wholeMonths(query) })
  const kinds = Map.groupBy(rows, ({ service, department, step, whose }) => JSON.stringify([service, department, step, whose]))
  return [...kinds.values()].flatMap((own) => addedUp(own, query.from))
}

/** @param own rows of one kind */
function addedUp(own: readonly Packed[], day: string): TurnaroundRow[] {
  const sums = new Map<number, number>()
  for (const row of own) {
    // trusted: made by the statement
    const [days, counts] = [JSON.parse(row.days) as number[], JSON.parse(row.counts) as number[]]
    days.forEach((one, at) => sums.set(one, (sums.get(one) ?? 0) + (counts[at] ?? 0)))
  }
  const histogram = [...sums].sort(([one], [other]) => one - other)
  return own.slice(0, 1).flatMap(({ service, department, step, whose }) => histogram.map(([days, count]) => ({ day, service, department, step, whose, days, count })))
}
