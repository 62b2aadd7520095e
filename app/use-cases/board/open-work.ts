import type { Calendar } from '#app/kernel/clock/calendar.ts'
import { departmentOf } from '#app/kernel/case/seen-by.ts'
import type { OpenCaseRow, OpenTaskRow } from '#db/store.ts'

import { type AgeBand, ageing } from './ageing.ts'
import { grouped } from './grouped.ts'
import { type Lights, lightsOf } from './lights.ts'

export type OpenStep = { service: string; task: string; lights: Lights; oldestAt: number }

/** What is open now, whatever the period. Cases stand by their promise, steps by their own limit. */
export type OpenWork = {
  lights: Lights
  ageing: AgeBand[]
  services: Readonly<Record<string, Lights>>
  steps: OpenStep[]
  departments: Readonly<Record<string, Lights>>
}

export function openWork(cases: readonly OpenCaseRow[], tasks: readonly OpenTaskRow[], today: string, calendar: Calendar): OpenWork {
  const steps = grouped(tasks, ({ service, task }) => JSON.stringify([service, task]))
  return {
    lights: lightsOf(cases),
    ageing: ageing(cases, today, calendar),
    services: lightsBy(cases, ({ service }) => service),
    steps: [...steps.values()].flatMap((rows) => rows.slice(0, 1).map(({ service, task }) => ({ service, task, lights: lightsOf(rows), oldestAt: Math.min(...rows.map((row) => row.oldestAt)) }))),
    departments: lightsBy(tasks, ({ desk }) => departmentOf(desk)),
  }
}

function lightsBy<Row extends OpenCaseRow | OpenTaskRow>(rows: readonly Row[], nameOf: (row: Row) => string): Record<string, Lights> {
  return Object.fromEntries([...grouped(rows, nameOf)].map(([name, own]) => [name, lightsOf(own)]))
}
