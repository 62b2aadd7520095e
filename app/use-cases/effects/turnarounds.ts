import type { CaseEvent } from '#app/kernel/case/case-event.ts'
import { taskKey } from '#app/kernel/case/case-state.ts'
import { departmentOf } from '#app/kernel/case/seen-by.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { elapsed, type Segment, type Whose } from '#app/kernel/clock/segments.ts'
import { workingDaysBetween } from '#app/kernel/clock/working-day.ts'
import { taskNode, waitNode } from '#app/kernel/definition/nodes.ts'
import type { Turnaround } from '#db/store.ts'

import type { Effect } from './case-commit.ts'

/** How long what ended in these events took, in wd: tasks, waits, returns, and the case as a whole. */
export function turnaroundsOf(effect: Effect): Turnaround[] {
  return effect.events.flatMap((event) => turnaroundsIn(effect, event))
}

function turnaroundsIn(effect: Effect, event: CaseEvent): Turnaround[] {
  const { definition, state, calendar } = effect
  const row = (step: string, department: string, whose: Whose, days: number): Turnaround => ({
    day: localDate(calendar, event.at), service: definition.service, department, step, whose, days,
  })
  const since = (from: number): number => days(workingDaysBetween(calendar, from, event.at))
  switch (event.type) {
    case 'task_decided': {
      const task = state.tasks[taskKey(event.task, event.round)]
      const node = taskNode(definition, event.task)
      if (!task || !node) return []
      // Each department of a joint task has taken the time until its own report.
      return task.parts.map((part) => {
        const until = part.at ?? event.at
        if (node.clock === 'stopped') return row(event.task, departmentOf(part.desk), 'other', days(workingDaysBetween(calendar, task.openedAt, until)))
        return row(event.task, departmentOf(part.desk), 'office', officeDays(effect, task.openedAt, until))
      })
    }
    case 'corrected': {
      const sent = state.returns[event.stage]?.find((one) => one.round === event.round)
      return sent ? [row(event.stage, definition.lead, 'applicant', since(sent.sentAt))] : []
    }
    case 'wait_ended': {
      const wait = state.waits[event.wait]
      const whose = waitNode(definition, event.wait)?.awaits.what === 'payment' ? 'applicant' : 'other'
      return wait ? [row(event.wait, definition.lead, whose, since(wait.openedAt))] : []
    }
    case 'ended': {
      const split = elapsed(calendar, state.segments, event.at)
      return split.ok ? (['office', 'applicant', 'other'] as const).map((whose) => row('', definition.lead, whose, split.days[whose])) : []
    }
    default:
      return []
  }
}

/** The office's working days between two instants of a case. */
function officeDays({ state, calendar }: Effect, from: number, to: number): number {
  const between = state.segments
    .map((segment): Segment => ({ ...segment, from: Math.max(segment.from, from), to: Math.min(segment.to ?? to, to) }))
    .filter((segment) => segment.to !== null && segment.to > segment.from)
  const split = elapsed(calendar, between, to)
  return split.ok ? split.days.office : 0
}

/** A decision whose days the calendar does not cover was refused before it came here. */
const days = (counted: { ok: true; days: number } | { ok: false }): number => (counted.ok ? counted.days : 0)
