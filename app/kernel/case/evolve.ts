import { stopClock, switchClock } from '#app/kernel/clock/segments.ts'

import type { CaseEvent } from './case-event.ts'
import { type CaseState, type Result, type SentReturn, type Sub, type Task, type TaskPart, taskKey } from './case-state.ts'

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>

/** The state after one more event. Total: an event that was recorded is never refused. */
export function evolve(state: CaseState | null, event: CaseEvent): CaseState {
  if (event.type === 'submitted') return opened(event)
  if (state === null) throw new Error(`a case begins with submitted, not ${event.type}`)
  return { ...change(state, event), version: state.version + 1, changedAt: event.at }
}

/** The state that a case's events make, oldest first; null for none. */
export const replay = (events: readonly CaseEvent[]): CaseState | null => events.reduce<CaseState | null>(evolve, null)

function opened(event: EventOf<'submitted'>): CaseState {
  return {
    id: event.caseId,
    ref: event.ref,
    service: event.service,
    definitionHash: event.definitionHash,
    calendarVersion: event.calendarVersion,
    version: 1,
    changedAt: event.at,
    applicant: event.applicant,
    parent: event.parent ?? null,
    submittedAt: event.at,
    answers: event.answers,
    ...(event.sources ? { sources: event.sources } : {}),
    tasks: {},
    skipped: [],
    choices: {},
    waits: {},
    subs: {},
    counts: {},
    autos: [],
    returns: {},
    segments: [],
    results: [],
    extended: 0,
    appealedAt: null,
    end: null,
    endedAt: null,
  }
}

function change(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'submitted':
      return state
    case 'task_opened':
    case 'task_claimed':
    case 'task_released':
    case 'task_handed_over':
    case 'visit_scheduled':
    case 'task_decided':
      return withTask(state, event.task, event.round, (task) => changeTask(task, event))
    case 'task_reported':
      return withTask(withSets(state, event), event.task, event.round, (task) => changeTask(task, event))
    case 'task_skipped':
      return { ...state, skipped: [...state.skipped, event.task] }
    case 'return_sent':
      return { ...state, returns: { ...state.returns, [event.stage]: [...(state.returns[event.stage] ?? []), sentReturn(event)] } }
    case 'corrected':
      return corrected(state, event)
    case 'return_expired':
      return withReturn(state, event.stage, event.round, (sent) => ({ ...sent, expired: true }))
    case 'branch_chosen':
      return { ...state, choices: { ...state.choices, [event.choose]: event.branch } }
    case 'wait_opened': {
      const wait = { name: event.wait, openedAt: event.at, version: 1, amount: event.amount, objectors: [], closedAt: null, expired: false }
      return { ...state, waits: { ...state.waits, [event.wait]: wait } }
    }
    case 'paid':
      return state
    case 'record_arrived':
      return { ...state, answers: { ...state.answers, ...event.answers } }
    case 'wait_ended':
      return withWaitEnded(state, event)
    case 'items_counted':
      return { ...state, counts: { ...state.counts, [event.each]: event.count } }
    case 'sub_opened': {
      const { sub: name, service, definitionHash, company, at } = event
      return { ...state, subs: { ...state.subs, [name]: { name, service, definitionHash, company, openedAt: at, whose: 'office', end: null, endedAt: null, problem: null } } }
    }
    case 'sub_moved':
      return withSub(state, event.sub, { whose: event.whose })
    case 'sub_ended':
      return { ...withSub(state, event.sub, { end: event.end, endedAt: event.at, problem: event.problem ?? null }), answers: { ...state.answers, ...event.answers } }
    case 'supplied':
      return { ...state, answers: { ...state.answers, ...event.answers } }
    case 'objected':
      return withObjector(state, event)
    case 'result_issued': {
      const { auto, kind, template, code, validUntil, at } = event
      const revoked = withRevoked(state, event.revokes ?? [], at)
      return { ...revoked, autos: [...state.autos, auto], results: [...revoked.results, { auto, kind, template, code, validUntil, at, revokedAt: null }] }
    }
    case 'extended':
      return { ...state, extended: state.extended + event.days }
    case 'appealed':
      return { ...state, appealedAt: event.at, appealedAgainst: state.end, end: null, endedAt: null }
    case 'revoked':
      return { ...withRevoked(state, event.codes, event.at), end: 'revoked' }
    case 'suspended':
      return withResults(state, event.codes, { suspendedUntil: event.until })
    case 'resumed':
      return withResults(state, event.codes, { suspendedUntil: null })
    case 'renewal_offered':
      return withResults(state, [event.code], { renewalOfferedAt: event.at })
    case 'clock_switched':
      return { ...state, segments: switchClock(state.segments, event.at, event.whose) }
    case 'version_changed':
      return { ...state, definitionHash: event.definitionHash, choices: event.choices }
    case 'withdrawn':
      return state
    case 'ended':
      return ended(state, event)
    default:
      return event satisfies never
  }
}

type TaskEvent = Extract<CaseEvent, { task: string; round: number }>

function changeTask(task: Task | undefined, event: TaskEvent): Task {
  if (event.type === 'task_opened') return openedTask(event)
  if (!task) throw new Error(`${event.type} on ${event.task}, which was never opened`)
  const next = { ...task, version: task.version + 1 }
  switch (event.type) {
    case 'task_claimed':
      return withPart(next, event.desk, { claimedBy: event.person })
    case 'task_released':
      return withPart(next, event.desk, { claimedBy: null })
    case 'task_handed_over':
      return withPart(next, event.desk, { claimedBy: event.to })
    case 'visit_scheduled':
      return { ...next, visitOn: event.on }
    case 'task_reported': {
      const { outcome, reasons, note, items, at, actor } = event
      return withPart(next, event.desk, { outcome, reasons, note, items, at, by: { id: actor.id, name: actor.name } })
    }
    case 'task_decided':
      return { ...next, outcome: event.outcome, decidedAt: event.at, silent: event.silent }
    default:
      return event satisfies never
  }
}

function openedTask(event: EventOf<'task_opened'>): Task {
  const parts = event.desks.map((desk): TaskPart => ({ desk, claimedBy: null, outcome: null, reasons: [], note: '', items: [], by: null, at: null }))
  return {
    name: event.task,
    round: event.round,
    openedAt: event.at,
    version: 1,
    parts,
    visitOn: null,
    outcome: null,
    decidedAt: null,
    silent: false,
    cancelled: false,
  }
}

const withPart = (task: Task, desk: string, change: Partial<TaskPart>): Task => ({
  ...task,
  parts: task.parts.map((part) => (part.desk === desk ? { ...part, ...change } : part)),
})

function withTask(state: CaseState, name: string, round: number, change: (task: Task | undefined) => Task): CaseState {
  const key = taskKey(name, round)
  return { ...state, tasks: { ...state.tasks, [key]: change(state.tasks[key]) } }
}

function withSets(state: CaseState, event: EventOf<'task_reported'>): CaseState {
  const set = Object.entries(event.sets).map(([name, value]) => [name, { value, source: 'desk', envelope: null, file: null }] as const)
  return set.length === 0 ? state : { ...state, answers: { ...state.answers, ...Object.fromEntries(set) } }
}

const sentReturn = (event: EventOf<'return_sent'>): SentReturn => ({
  round: event.round,
  sentAt: event.at,
  items: event.items,
  reopens: [],
  answeredAt: null,
  expired: false,
})

function withReturn(state: CaseState, stage: string, round: number, change: (sent: SentReturn) => SentReturn): CaseState {
  const all = (state.returns[stage] ?? []).map((sent) => (sent.round === round ? change(sent) : sent))
  return { ...state, returns: { ...state.returns, [stage]: all } }
}

function corrected(state: CaseState, event: EventOf<'corrected'>): CaseState {
  const answered = withReturn(state, event.stage, event.round, (sent) => ({ ...sent, answeredAt: event.at, reopens: event.reopens }))
  return {
    ...answered,
    answers: { ...answered.answers, ...event.answers },
    skipped: answered.skipped.filter((name) => !event.reopens.includes(name)),
  }
}

function withWaitEnded(state: CaseState, event: EventOf<'wait_ended'>): CaseState {
  const wait = state.waits[event.wait]
  if (!wait) return state
  const closed = { ...wait, version: wait.version + 1, closedAt: event.at, expired: event.expired }
  return { ...state, waits: { ...state.waits, [event.wait]: closed } }
}

function withSub(state: CaseState, name: string, change: Partial<Sub>): CaseState {
  const sub = state.subs[name]
  return sub ? { ...state, subs: { ...state.subs, [name]: { ...sub, ...change } } } : state
}

function withObjector(state: CaseState, event: EventOf<'objected'>): CaseState {
  const wait = state.waits[event.wait]
  return wait ? { ...state, waits: { ...state.waits, [event.wait]: { ...wait, objectors: [...wait.objectors, event.actor.id] } } } : state
}

const withRevoked = (state: CaseState, codes: readonly string[], at: number): CaseState => withResults(state, codes, { revokedAt: at })

const withResults = (state: CaseState, codes: readonly string[], change: Partial<Result>): CaseState => ({
  ...state,
  results: state.results.map((result) => (codes.includes(result.code) ? { ...result, ...change } : result)),
})

/** Nothing stays open on a case that has ended. */
function ended(state: CaseState, event: EventOf<'ended'>): CaseState {
  const tasks = Object.entries(state.tasks).map(([key, task]) => [key, task.outcome === null ? { ...task, cancelled: true } : task])
  const waits = Object.entries(state.waits).map(([key, wait]) => [key, wait.closedAt === null ? { ...wait, closedAt: event.at } : wait])
  const subs = Object.entries(state.subs).map(([key, sub]) => [key, sub.end === null ? { ...sub, end: event.end, endedAt: event.at } : sub])
  return {
    ...state,
    tasks: Object.fromEntries(tasks),
    waits: Object.fromEntries(waits),
    subs: Object.fromEntries(subs),
    segments: stopClock(state.segments, event.at),
    end: event.end,
    endedAt: event.at,
  }
}
