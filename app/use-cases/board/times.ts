import type { Whose } from '#app/kernel/clock/segments.ts'
import type { TurnaroundRow } from '#db/store.ts'

import { grouped } from './grouped.ts'
import { histogramOf, type Spread, spreadOf } from './histogram.ts'

/** Working days by whose they were. */
export type Times = Record<Whose, Spread>
export type StepTimes = { service: string; step: string; departments: readonly string[]; times: Times }

type Row = Pick<TurnaroundRow, 'service' | 'department' | 'step' | 'whose' | 'days' | 'count'>

/** The rows of whole cases; all others are of a step. */
export const wholeCases = <R extends Row>(rows: readonly R[]): R[] => rows.filter((row) => row.step === '')

export const timesOf = (rows: readonly Row[]): Times => ({ office: spreadIn(rows, 'office'), applicant: spreadIn(rows, 'applicant'), other: spreadIn(rows, 'other') })

/** Every step that ended, by service and name. One done more than once counts as often, a joint one once for each department. */
export function stepTimes(rows: readonly Row[]): StepTimes[] {
  const steps = grouped(rows.filter((row) => row.step !== ''), ({ service, step }) => JSON.stringify([service, step]))
  return [...steps.values()].flatMap((own) => own.slice(0, 1).map(({ service, step }) => ({ service, step, departments: [...new Set(own.map((row) => row.department))], times: timesOf(own) })))
}

/** The steps of each department, taken together. Waits and returns are the lead department's. */
export function departmentTimes(rows: readonly Row[]): { department: string; times: Times }[] {
  const departments = grouped(rows.filter((row) => row.step !== ''), (row) => row.department)
  return [...departments].map(([department, own]) => ({ department, times: timesOf(own) })).sort((one, other) => (one.department < other.department ? -1 : 1))
}

const spreadIn = (rows: readonly Row[], whose: Whose): Spread => spreadOf(histogramOf(rows.filter((row) => row.whose === whose)))
