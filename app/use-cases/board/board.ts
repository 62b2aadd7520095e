import type { Definition } from '#app/kernel/definition/definition.ts'
import { allNodes } from '#app/kernel/definition/nodes.ts'
import type { TallyRow, TurnaroundRow } from '#db/store.ts'

import { type Counts, countsOf, onTimeShare } from './counts.ts'
import { type Histogram, histogramOf } from './histogram.ts'
import { type Lights, lightsOf } from './lights.ts'
import type { OpenWork } from './open-work.ts'
import type { BucketUnit, Period } from './period.ts'
import type { SeriesPoint } from './series.ts'
import { type SlowestStep, slowestStep, withinOf } from './slowest-step.ts'
import { departmentTimes, stepTimes, type StepTimes, type Times, timesOf, wholeCases } from './times.ts'

export type ServiceRow = { service: string; counts: Counts; times: Times; open: Lights }
export type DepartmentRow = { department: string; times: Times; open: Lights }
export type StepRow = StepTimes & { within: number | null }

/** Every figure of the board. Of a period, but for `openWork`, which is as things stand. No personal data. */
export type Board = {
  period: Period
  before: Period
  today: string
  /** The one service looked at, null for all. */
  service: string | null
  /** Promised working days of the one service. */
  promise: number | null
  counts: Counts
  earlier: Counts
  times: Times
  /** The office's working days on whole cases. */
  officeDays: Histogram
  unit: BucketUnit
  series: SeriesPoint[]
  /** In the order of the flow, service by service. */
  steps: StepRow[]
  slowest: SlowestStep | null
  services: ServiceRow[]
  departments: DepartmentRow[]
  openWork: OpenWork
}

/** Those least often on time first. */
export function serviceRows(names: readonly string[], tallies: readonly TallyRow[], turnarounds: readonly TurnaroundRow[], open: OpenWork): ServiceRow[] {
  const own = <Row extends { service: string }>(rows: readonly Row[], service: string): Row[] => rows.filter((row) => row.service === service)
  const rows = names.map((service) => ({
    service,
    counts: countsOf(own(tallies, service)),
    times: timesOf(wholeCases(own(turnarounds, service))),
    open: open.services[service] ?? lightsOf([]),
  }))
  // Nothing decided: 2 is above every share.
  return rows.sort((one, other) => (onTimeShare(one.counts) ?? 2) - (onTimeShare(other.counts) ?? 2))
}

export const departmentRows = (turnarounds: readonly TurnaroundRow[], open: OpenWork): DepartmentRow[] =>
  departmentTimes(turnarounds).map((row) => ({ ...row, open: open.departments[row.department] ?? lightsOf([]) }))

export const officeDays = (turnarounds: readonly TurnaroundRow[]): Histogram => histogramOf(wholeCases(turnarounds).filter(({ whose }) => whose === 'office'))

/** The steps that ended in the period, and which is slowest. */
export function stepFigures(turnarounds: readonly TurnaroundRow[], definitions: Readonly<Record<string, Definition>>): Pick<Board, 'steps' | 'slowest'> {
  const steps = stepTimes(turnarounds)
  const rows = steps.map((row) => ({ ...row, within: withinOf(definitions[row.service], row.step) }))
  return { steps: rows.sort((one, other) => placeOf(one, definitions) - placeOf(other, definitions)), slowest: slowestStep(steps, definitions) }
}

/** Services in the catalogue's order, steps in the flow's; a stage (its returns) stands before its tasks. */
function placeOf({ service, step }: StepTimes, definitions: Readonly<Record<string, Definition>>): number {
  const definition = definitions[service]
  const place = definition ? allNodes(definition.flow).findIndex((node) => 'name' in node && node.name === step) : -1
  return Object.keys(definitions).indexOf(service) * 1000 + (place < 0 ? 999 : place)
}
