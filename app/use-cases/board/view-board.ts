import type { Actor } from '#app/kernel/case/actor.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { may } from '#app/kernel/permission.ts'

import type { Environment } from '../environment.ts'
import { type Board, departmentRows, officeDays, serviceRows, stepFigures } from './board.ts'
import { countsOf } from './counts.ts'
import { openWork } from './open-work.ts'
import { buckets, type Period, periodBefore, type PresetName, presets } from './period.ts'
import { seriesOf } from './series.ts'
import { timesOf, wholeCases } from './times.ts'

/** A sound period, and one service or all. */
export type BoardWish = { period: Period; service: string | null }

/** What can be asked of the board. */
export type BoardChoices = { today: string; presets: Record<PresetName, Period>; services: string[] }

export function boardChoices({ catalogue, now }: Environment): BoardChoices {
  const today = localDate(catalogue.calendar, now())
  return { today, presets: presets(today), services: Object.keys(catalogue.services) }
}

/**
 * The manager's board; null for who may not see it, and for a service that is not there. Reads counters that commits kept
 * up: its cost grows with days and open cases, never with cases closed.
 */
export async function viewBoard(env: Environment, actor: Actor | null, { period, service }: BoardWish): Promise<Board | null> {
  const { catalogue } = env
  if (!may(actor, 'see_board', null, 'supervision') || (service !== null && !catalogue.services[service])) return null
  const { board } = env.store
  const { unit, parts } = buckets(period)
  const before = periodBefore(period)
  const now = env.now()
  const today = localDate(catalogue.calendar, now)
  const [daily, earlier, byPart, cases, tasks] = await Promise.all([
    board.tallies({ ...period, service }, true),
    board.tallies({ ...before, service }, false),
    Promise.all(parts.map((part) => board.turnarounds({ ...part, service }))),
    board.openCases(now, (at) => localDate(catalogue.calendar, at)),
    board.openTasks(now),
  ])
  const turnarounds = byPart.flat()
  const wanted = <Row extends { service: string }>(rows: readonly Row[]): Row[] => rows.filter((row) => (service ?? row.service) === row.service)
  const open = openWork(wanted(cases), wanted(tasks), today, catalogue.calendar)
  return {
    period,
    before,
    today,
    service,
    promise: service === null ? null : (catalogue.services[service]?.promise.amount ?? null),
    counts: countsOf(daily),
    earlier: countsOf(earlier),
    times: timesOf(wholeCases(turnarounds)),
    officeDays: officeDays(turnarounds),
    unit,
    series: seriesOf(parts, daily, byPart),
    ...stepFigures(turnarounds, catalogue.services),
    services: serviceRows(service === null ? Object.keys(catalogue.services) : [service], daily, turnarounds, open),
    departments: departmentRows(turnarounds, open),
    openWork: open,
  }
}
