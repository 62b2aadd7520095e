import type { Whose } from '#app/kernel/clock/segments.ts'

import type { LightFilter } from './store.ts'

/* What managers see: counters kept up by commits, and open work as it stands. */

export const tallyKinds = ['received', 'granted', 'refused', 'lapsed', 'withdrawn', 'on_time', 'late', 'returned', 'fields_saved', 'documents_saved', 'trips_saved'] as const
export type TallyKind = (typeof tallyKinds)[number]

/** Adds to a day's count of a service. */
export type Tally = { day: string; service: string; kind: TallyKind; count: number }

/** Adds one to a day's histogram. `step` is a task, wait or stage; '' for the whole case. `days` in wd. */
export type Turnaround = { day: string; service: string; department: string; step: string; whose: Whose; days: number }

export type TallyRow = Tally
export type TurnaroundRow = Turnaround & { count: number }

export type BoardQuery = { from: string; to: string; service: string | null }

/** Open work now, counted from open cases and open tasks only. */
export type OpenCaseRow = { service: string; submittedDay: string; whose: Whose; light: LightFilter; count: number }
export type OpenTaskRow = { service: string; task: string; desk: string; light: LightFilter; count: number; oldestAt: number }

export type BoardStore = {
  /** Both days included; summed over days when `byDay` is false (then `day` is the query's `from`). */
  tallies(query: BoardQuery, byDay: boolean): Promise<readonly TallyRow[]>
  /** Both days included; summed over days: `day` is the query's `from`. */
  turnarounds(query: BoardQuery): Promise<readonly TurnaroundRow[]>
  /** `dayOf` turns an instant into a day of the city. */
  openCases(now: number, dayOf: (at: number) => string): Promise<readonly OpenCaseRow[]>
  openTasks(now: number): Promise<readonly OpenTaskRow[]>
}
