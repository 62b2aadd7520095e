import { hash, randomUUID } from 'node:crypto'

import type Database from 'better-sqlite3'

import { STEPS } from './five-steps.ts'
import { type TableStatements, tableStatements } from './table-statements.ts'

type Task = { name: string; desk: string; openedAt: number; claimedBy: string | null; outcome: string | null; decidedAt: number | null }
type State = { ref: string; version: number; applicant: { person: string; name: string }; answers: Record<string, unknown>; tasks: Record<string, Task>; end: string | null }
type Happened = { type: string; actor: object; data: object }

const AT = Date.parse('2026-03-02T09:00:00+08:00')
const [DUE_AT, YELLOW_AT] = [AT + 20 * 86_400_000, AT + 10 * 86_400_000]
const SYSTEM = { kind: 'system', id: 'system', name: 'system' }

/**
 * The five steps by hand: a table of steps, a state in a row, and in one transaction with it the same rows that the portal keeps of such a
 * case: chained events, the queue, messages, counters. No definition, no clock, no rules but whose a step is.
 */
export function tableEngine(client: Database.Database): (key: string) => void {
  const sql = tableStatements(client)
  const begin = client.transaction((caseId: string, key: string) => beginCase(sql, caseId, key)).immediate
  const claim = client.transaction((caseId: string, at: number) => claimStep(sql, caseId, at)).immediate
  const decide = client.transaction((caseId: string, at: number) => decideStep(sql, caseId, at)).immediate
  return (key) => {
    const caseId = randomUUID()
    begin(caseId, key)
    for (const at of STEPS.keys()) {
      claim(caseId, at)
      decide(caseId, at)
    }
  }
}

function beginCase(sql: TableStatements, caseId: string, key: string): void {
  const ref = `2026-${caseId.slice(0, 9)}`
  const applicant = { person: 'p1', name: 'Li Na' }
  const state: State = { ref, version: 3, applicant, answers: { size: { value: 60, source: 'applicant', envelope: null, file: null } }, tasks: {}, end: null }
  open(state, 0)
  sql.insertCase.run(caseId, ref, AT, YELLOW_AT, DUE_AT, state.version, JSON.stringify(state))
  const citizen = { kind: 'citizen', id: 'p1', name: 'Li Na' }
  append(sql, caseId, state, [{ type: 'submitted', actor: citizen, data: { ref, applicant, answers: state.answers } }, opened(0), { type: 'clock_switched', actor: SYSTEM, data: { whose: 'office' } }])
  queue(sql, caseId, state, 0)
  sql.message.run(randomUUID(), caseId, 'case_received', JSON.stringify({ ref, service: 'trial' }), AT)
  for (const kind of ['received', 'trips_saved']) sql.tally.run(kind)
  sql.remember.run(key, caseId, ref)
}

function claimStep(sql: TableStatements, caseId: string, at: number): void {
  const state = load(sql, caseId)
  const task = openTask(state, at)
  if (task.claimedBy !== null) throw new Error('claimed by somebody else')
  task.claimedBy = task.desk
  state.version += 1
  save(sql, caseId, state)
  append(sql, caseId, state, [{ type: 'task_claimed', actor: clerk(task), data: { task: task.name, desk: task.desk } }])
  queue(sql, caseId, state, at)
}

function decideStep(sql: TableStatements, caseId: string, at: number): void {
  const state = load(sql, caseId)
  const task = openTask(state, at)
  if (task.claimedBy !== task.desk) throw new Error('not claimed')
  Object.assign(task, { outcome: 'ok', decidedAt: AT })
  const last = at === STEPS.length - 1
  if (last) state.end = 'granted'
  else open(state, at + 1)
  state.version += 3
  save(sql, caseId, state)
  const said = { task: task.name, outcome: 'ok', note: '', reasons: [] }
  append(sql, caseId, state, [{ type: 'task_reported', actor: clerk(task), data: said }, { type: 'task_decided', actor: clerk(task), data: said }, last ? { type: 'ended', actor: SYSTEM, data: { end: 'granted' } } : opened(at + 1)])
  sql.turnaround.run(task.desk.split('.')[0], task.name, 'office')
  if (!last) return queue(sql, caseId, state, at + 1)
  sql.unqueue.run(caseId)
  sql.message.run(randomUUID(), caseId, 'case_ended', JSON.stringify({ ref: state.ref, service: 'trial' }), AT)
  for (const kind of ['granted', 'on_time']) sql.tally.run(kind)
  for (const whose of ['office', 'applicant', 'other']) sql.turnaround.run('lead', '', whose)
  sql.retain.run(caseId, AT)
}

// Trusted: written by `save`.
const load = (sql: TableStatements, caseId: string): State => JSON.parse(sql.state.get(caseId) ?? '{}') as State

const save = (sql: TableStatements, caseId: string, state: State): void =>
  void sql.updateCase.run(state.version, JSON.stringify(state), state.end === null ? null : AT, state.end, state.end === null ? YELLOW_AT : null, state.end === null ? DUE_AT : null, caseId)

function openTask({ tasks }: State, at: number): Task {
  const task = tasks[STEPS[at]?.task ?? '']
  if (!task || task.outcome !== null) throw new Error('not open')
  return task
}

function open({ tasks }: State, at: number): void {
  const { task = '', by = '' } = STEPS[at] ?? {}
  tasks[task] = { name: task, desk: by, openedAt: AT, claimedBy: null, outcome: null, decidedAt: null }
}

const opened = (at: number): Happened => ({ type: 'task_opened', actor: SYSTEM, data: { task: STEPS[at]?.task, desks: [STEPS[at]?.by] } })
const clerk = ({ desk }: Task) => ({ kind: 'staff', id: desk, name: `Clerk ${desk}` })

function queue(sql: TableStatements, caseId: string, { ref, tasks, version }: State, at: number): void {
  const task = tasks[STEPS[at]?.task ?? '']
  sql.unqueue.run(caseId)
  sql.queue.run(caseId, ref, task?.name, task?.desk, version, AT, AT, task?.claimedBy, task?.claimedBy, YELLOW_AT, DUE_AT)
}

/** Events of one transition and then the state, each hashed over the one before, in the case and over everything. */
function append(sql: TableStatements, caseId: string, { version, ...state }: State, happened: readonly Happened[]): void {
  const first = version - happened.length + 1
  let prev = (first > 1 ? sql.hashAt.get(caseId, first - 1) : undefined) ?? '0'.repeat(64)
  let head = sql.head.get() ?? { seq: 0, head: '0'.repeat(64) }
  const chain = (kind: string, at: number, leaf: string): void => {
    head = { seq: head.seq + 1, head: hash('sha256', `${head.head}\n${head.seq + 1} ${kind} ${caseId} ${at} ${leaf}`) }
    sql.chain.run(head.seq, kind, caseId, at, leaf, head.head)
  }
  for (const [index, { type, actor, data }] of happened.entries()) {
    const [at, said, by] = [first + index, JSON.stringify(data), JSON.stringify(actor)]
    const own = hash('sha256', `${prev}\n${caseId} ${at} ${type} ${by} ${said}`)
    sql.event.run(caseId, at, type, '2026-03-02T01:00:00.000Z', by, said, prev, own)
    prev = own
    chain('event', at, own)
  }
  chain('state', version, hash('sha256', JSON.stringify(state)))
}
