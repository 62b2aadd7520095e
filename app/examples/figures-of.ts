import type { CaseState } from '#app/kernel/case/case-state.ts'
import { elapsed } from '#app/kernel/clock/segments.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'

import type { Setting } from './setting.ts'

/** What a case cost: as the proof counts its worst case, working days (wd) the offices' own. */
export type Figures = { trips: number; siteVisits: number; returns: number; workingDays: number }

/** The figures of a case up to a moment (epoch ms); of a life event without what its parts count. */
export function figuresOf({ definition, calendar }: Setting, state: CaseState, now: number): Figures {
  const done = Object.values(state.tasks).flatMap((task) => (task.outcome === null ? [] : (taskNode(definition, task.name) ?? [])))
  const time = elapsed(calendar, state.segments, now)
  return {
    trips: done.reduce((sum, node) => sum + node.trips, 0),
    siteVisits: done.reduce((sum, node) => sum + node.siteVisits, 0),
    returns: Object.values(state.returns).flat().length,
    workingDays: time.ok ? time.days.office : Number.NaN,
  }
}
