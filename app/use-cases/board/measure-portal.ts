import { localDate } from '#app/kernel/clock/calendar.ts'
import type { LightFilter } from '#db/store.ts'

import type { Environment } from '../environment.ts'
import { grouped } from './grouped.ts'

/** How the portal is doing, for machines: sums only, nothing of a person or a case. */
export type Measures = {
  openCases: readonly { service: string; light: LightFilter; count: number }[]
  received: readonly { service: string; count: number }[]
  outboxPending: number
  /** At most MOST_TIMERS. */
  timersOverdue: number
}

/** Enough to see that something is stuck. */
export const MOST_TIMERS = 1000
/** Timers fire every second: what is still there a minute later is stuck. */
const STUCK_MS = 60_000
const ALWAYS = { from: '0000-01-01', to: '9999-12-31', service: null }

export async function measurePortal({ store, catalogue, now }: Environment): Promise<Measures> {
  const [open, tallies, outboxPending, overdue] = await Promise.all([
    store.board.openCases(now(), (at) => localDate(catalogue.calendar, at)),
    store.board.tallies(ALWAYS, false),
    store.outbox.pending(),
    store.timers.due(now() - STUCK_MS, MOST_TIMERS, 0),
  ])
  const groups = [...grouped(open, ({ service, light }) => `${service} ${light}`).values()]
  return {
    openCases: groups.flatMap((rows) => rows.slice(0, 1).map(({ service, light }) => ({ service, light, count: rows.reduce((sum, row) => sum + row.count, 0) }))),
    received: tallies.filter(({ kind }) => kind === 'received').map(({ service, count }) => ({ service, count })),
    outboxPending,
    timersOverdue: overdue.length,
  }
}
