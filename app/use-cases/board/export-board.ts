import type { Actor } from '#app/kernel/case/actor.ts'
import type { Whose } from '#app/kernel/clock/segments.ts'
import { may } from '#app/kernel/permission.ts'

import type { Environment } from '../environment.ts'
import { type Counts, countsOf } from './counts.ts'
import { grouped } from './grouped.ts'
import { histogramOf, type Spread, spreadOf } from './histogram.ts'
import { buckets, type Period } from './period.ts'
import type { BoardWish } from './view-board.ts'

export type FigureLine = { day: string; service: string; counts: Counts }
/** `step` is '' for whole cases. */
export type TurnaroundLine = Period & { service: string; department: string; step: string; whose: Whose; spread: Spread }

export type BoardExport = { figures(): AsyncGenerator<FigureLine>; turnarounds(): AsyncGenerator<TurnaroundLine> }

/** The board's figures line by line, read part by part, so that a long period takes no more memory than a week or month of it. */
export function exportBoard(env: Environment, actor: Actor | null, { period, service }: BoardWish): BoardExport | null {
  if (!may(actor, 'see_board', null, 'supervision') || (service !== null && !env.catalogue.services[service])) return null
  const { parts } = buckets(period)
  const { board } = env.store
  return {
    async *figures() {
      for (const part of parts) {
        const rows = await board.tallies({ ...part, service }, true)
        for (const own of grouped(rows, (row) => `${row.day} ${row.service}`).values()) {
          for (const { day, service: name } of own.slice(0, 1)) yield { day, service: name, counts: countsOf(own) }
        }
      }
    },
    async *turnarounds() {
      for (const part of parts) {
        const rows = await board.turnarounds({ ...part, service })
        const lines = grouped(rows, (row) => JSON.stringify([row.service, row.department, row.step, row.whose]))
        for (const own of lines.values()) {
          for (const { day: _day, days: _days, count: _count, ...line } of own.slice(0, 1)) yield { ...part, ...line, spread: spreadOf(histogramOf(own)) }
        }
      }
    },
  }
}
