import type { Calendar, CalendarProblem } from '#app/kernel/clock/calendar.ts'
import { type Deadline, deadline } from '#app/kernel/clock/deadline.ts'
import type { Segment } from '#app/kernel/clock/segments.ts'
import type { Span } from '#app/kernel/clock/span.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { stageNode, taskNode, waitNode } from '#app/kernel/definition/nodes.ts'

import { type CaseState, openReturn, openTasks, openWaits, taskKey } from './case-state.ts'
import type { TimerKey } from './command.ts'
import { standingTimers } from './standing-timers.ts'

export type Deadlines = {
  limit: Deadline
  promise: Deadline
  /** By task key. */
  tasks: Readonly<Record<string, Deadline>>
  waits: Readonly<Record<string, Deadline>>
  return: Deadline | null
  /** What becomes of results by itself. */
  results: readonly Timer[]
}

/** What happens by itself at `dueAt` (epoch ms), the last moment of its time. */
export type Timer = { key: TimerKey; dueAt: number }

type Reckoned<T> = { ok: true; value: T } | { ok: false; problem: CalendarProblem }

/**
 * When everything open on a case is due. Limit, promise and the time of a task count the office's time only; what the
 * applicant or somebody else owes counts every working day since it was asked for.
 * Problem `calendar_ends`: a date lies beyond the days the calendar covers.
 */
export function deadlinesOf(definition: Definition, state: CaseState, calendar: Calendar, now: number): Reckoned<Deadlines> {
  const reckon = new Reckoner(calendar, state, now)
  const limit = reckon.office(state.submittedAt, extended(definition.limit, state))
  const promise = reckon.office(state.submittedAt, extended(definition.promise, state))
  const tasks = openTasks(state).map((task) => {
    const node = taskNode(definition, task.name)
    const within = node?.within ?? definition.promise
    const due = node?.clock === 'stopped' || state.appealedAt !== null ? reckon.always(task.openedAt, within) : reckon.office(task.openedAt, within)
    return [taskKey(task.name, task.round), due] as const
  })
  const waits = openWaits(state).map((wait) => [wait.name, reckon.always(wait.openedAt, waitNode(definition, wait.name)?.within ?? definition.limit)] as const)
  const open = openReturn(state)
  const within = open && stageNode(definition, open.stage)?.returns?.within
  const sent = open && within ? reckon.always(open.sent.sentAt, within) : null
  if (reckon.problem) return { ok: false, problem: reckon.problem }
  return { ok: true, value: { limit, promise, tasks: Object.fromEntries(tasks), waits: Object.fromEntries(waits), return: sent, results: standingTimers(definition, state, calendar) } }
}

/** Limit and promise are in working days, and so is what was added by leave. */
export const extended = (span: Span, state: Pick<CaseState, 'extended'>): Span => ({ ...span, amount: span.amount + state.extended })

/** What will happen by itself: silence, waits and returns running out, and what becomes of results. */
export function timersOf(definition: Definition, state: CaseState, deadlines: Deadlines): Timer[] {
  const silences = openTasks(state).flatMap((task) => {
    const key = taskKey(task.name, task.round)
    return taskNode(definition, task.name)?.silence ? [timer(`silence:${key}`, deadlines.tasks[key])] : []
  })
  const waits = openWaits(state).map((wait) => timer(`wait:${wait.name}`, deadlines.waits[wait.name]))
  const open = openReturn(state)
  const sent = open && deadlines.return ? [timer(`return:${open.stage}:${open.sent.round}`, deadlines.return)] : []
  return [...[...silences, ...waits, ...sent].filter((one) => one !== null), ...deadlines.results]
}

const timer = (key: TimerKey, due: Deadline | undefined): Timer | null => (due?.dueAt != null ? { key, dueAt: due.dueAt - 1 } : null)

const NOTHING: Deadline = { used: 0, left: 0, dueAt: null, yellowAt: null }

/** Keeps the first problem, so that callers can go on in a straight line. */
class Reckoner {
  problem: CalendarProblem | null = null
  private readonly calendar: Calendar
  private readonly state: CaseState
  private readonly now: number

  constructor(calendar: Calendar, state: CaseState, now: number) {
    this.calendar = calendar
    this.state = state
    this.now = now
  }

  office(since: number, span: Span): Deadline {
    return this.reckon(this.state.segments, since, span)
  }

  always(since: number, span: Span): Deadline {
    return this.reckon([{ from: since, to: null, whose: 'office' }], since, span)
  }

  private reckon(segments: readonly Segment[], since: number, span: Span): Deadline {
    const reckoned = deadline(this.calendar, segments, since, span, this.now)
    if (reckoned.ok) return reckoned
    this.problem ??= reckoned.problem
    return NOTHING
  }
}
