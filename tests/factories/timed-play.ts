import { type Actor, system } from '#app/kernel/case/actor.ts'
import { type CaseState, openReturn, openTasks, openWaits, type Task, taskKey, type Wait } from '#app/kernel/case/case-state.ts'
import type { Command } from '#app/kernel/case/command.ts'
import { deadlinesOf, type Deadlines } from '#app/kernel/case/deadlines.ts'
import { decide } from '#app/kernel/case/decide.ts'
import { allowedOutcomes, RETURN } from '#app/kernel/case/find-task.ts'
import { owedNames } from '#app/kernel/case/owed.ts'
import { returnableNames } from '#app/kernel/case/returnable.ts'
import type { Calendar } from '#app/kernel/clock/calendar.ts'
import { elapsed } from '#app/kernel/clock/segments.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { taskNode, waitNode } from '#app/kernel/definition/nodes.ts'
import type { Worst } from '#app/kernel/proof/worst-case.ts'

import { citizen, file, staff, typed } from './play.ts'
import { type Draw, randomAnswers } from './random-answers.ts'

type Item = { due: number | null; act(at: number): void }

/** How a play deals with time: `late` does everything at the last moment, `mixed` at any. */
export type Manner = 'late' | 'mixed'

/**
 * One case of a sound definition, lived through from submission to end by people who all keep their times: what it took.
 * Null when it did not come to an end within the play, which only very long flows do not.
 */
export function livedThrough(definition: Definition, calendar: Calendar, start: number, draw: Draw, manner: Manner): Worst | null {
  const play = new TimedPlay(definition, calendar, start, draw, manner)
  play.run()
  return play.state.end === null ? null : play.taken()
}

const MOST_MOVES = 400

class TimedPlay {
  state: CaseState
  private now: number
  private people = 0
  private readonly definition: Definition
  private readonly calendar: Calendar
  private readonly draw: Draw
  private readonly manner: Manner

  constructor(definition: Definition, calendar: Calendar, start: number, draw: Draw, manner: Manner) {
    this.definition = definition
    this.calendar = calendar
    this.draw = draw
    this.manner = manner
    this.now = start
    const applicant = { person: 'p1', name: 'Li Na', company: null, companyName: null }
    const answers = randomAnswers(definition, draw, { calendar, now: start })
    const decided = decide(definition, null, { type: 'submit', caseId: 'c', ref: 'R', applicant, answers }, { now: start, calendar, actor: citizen, code: 's' })
    if (!decided.ok) throw new Error(JSON.stringify(decided.problem))
    this.state = decided.state
  }

  run(): void {
    for (let i = 0; i < MOST_MOVES && this.state.end === null; i += 1) this.move()
  }

  /** What the case took, as the clock counts it. */
  taken(): Worst {
    const used = elapsed(this.calendar, this.state.segments, this.state.endedAt ?? this.now)
    if (!used.ok) throw new Error(JSON.stringify(used.problem))
    const nodes = Object.values(this.state.tasks).flatMap((task) => (task.outcome === null ? [] : [taskNode(this.definition, task.name)!]))
    return {
      trips: nodes.reduce((sum, node) => sum + node.trips, 0),
      siteVisits: nodes.reduce((sum, node) => sum + node.siteVisits, 0),
      returns: Object.values(this.state.returns).reduce((sum, sent) => sum + sent.length, 0),
      workingDays: used.days.office,
    }
  }

  /** Nobody misses a time: so the next thing happens before the first of them is over. */
  private move(): void {
    const reckoned = deadlinesOf(this.definition, this.state, this.calendar, this.now)
    if (!reckoned.ok) throw new Error(JSON.stringify(reckoned.problem))
    const items = this.items(reckoned.value)
    const dues = items.flatMap((item) => item.due ?? [])
    const first = dues.length > 0 ? Math.min(...dues) - 1 : this.now
    const waitUntilLast = this.manner === 'late' && this.draw(10) < 8
    const until = Math.max(this.now, waitUntilLast ? first : this.now + Math.floor(((first - this.now) * this.draw(100)) / 100))
    const urgent = items.filter((item) => item.due !== null && item.due - 1 <= until)
    const pool = urgent.length > 0 ? urgent : items
    const item = pool[this.draw(pool.length)]
    if (!item) throw new Error('nothing is open, and the case has not ended')
    this.now = until
    item.act(until)
  }

  private items(deadlines: Deadlines): Item[] {
    const open = openReturn(this.state)
    return [
      ...openTasks(this.state).map((task) => ({ due: deadlines.tasks[taskKey(task.name, task.round)]?.dueAt ?? null, act: () => this.answer(task) })),
      ...openWaits(this.state).map((wait) => ({ due: deadlines.waits[wait.name]?.dueAt ?? null, act: (at: number) => this.fulfil(wait, deadlines.waits[wait.name]?.dueAt ?? at) })),
      ...(open ? [{ due: deadlines.return?.dueAt ?? null, act: () => this.correct(open.stage, open.sent.round, open.sent.items.map((item) => item.name)) }] : []),
    ]
  }

  private give(actor: Actor, command: Command): void {
    const decided = decide(this.definition, this.state, command, { now: this.now, calendar: this.calendar, actor, code: `k${this.state.version}-` })
    if (!decided.ok) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(decided.problem)}`)
    this.state = decided.state
  }

  /** Every part by somebody of their own, so that four eyes never stand in the way. */
  private answer(task: Task): void {
    if (taskNode(this.definition, task.name)?.silence && this.draw(3) === 0) return this.keepSilent(task)
    for (const part of task.parts) {
      if (part.outcome !== null || this.state.end !== null) continue
      this.people += 1
      const clerk = staff(`clerk-${this.people}`, part.desk)
      const ref = { task: task.name, round: task.round, desk: part.desk }
      const version = () => this.state.tasks[taskKey(task.name, task.round)]!.version
      this.give(clerk, { type: 'claim', ...ref, version: version() })
      this.give(clerk, { type: 'decide', ...ref, version: version(), ...this.decision(task, part.desk) })
    }
  }

  private decision(task: Task, desk: string) {
    const node = taskNode(this.definition, task.name)!
    const outcomes = allowedOutcomes(this.definition, this.state, task.name)
    const mayAsk = outcomes.includes(RETURN) && returnableNames(this.definition, this.state, node, { calendar: this.calendar, now: this.now })[0]
    const asks = mayAsk && this.draw(this.manner === 'late' ? 2 : 4) === 0
    const others = outcomes.filter((one) => one !== RETURN)
    const outcome = asks ? RETURN : (others[this.draw(others.length)] ?? 'ok')
    const items = asks ? [{ name: mayAsk, reason: { code: node.reasons[RETURN]?.[0] ?? '', text: '' } }] : []
    return { outcome, reasons: [], note: desk, items, sets: Object.fromEntries(node.sets.map((name) => [name, this.draw(2) ? 'low' : 'high'])) }
  }

  private keepSilent(task: Task): void {
    const due = this.due((deadlines) => deadlines.tasks[taskKey(task.name, task.round)]?.dueAt)
    if (due === null) return
    // The machine notices a little later; the silence counts from the last day all the same.
    this.now = due + 5000
    this.give(system, { type: 'expire', timer: `silence:${taskKey(task.name, task.round)}` })
    this.now = this.state.changedAt
  }

  private due(of: (deadlines: Deadlines) => number | null | undefined): number | null {
    const reckoned = deadlinesOf(this.definition, this.state, this.calendar, this.now)
    const first = reckoned.ok ? Math.min(...[...Object.values(reckoned.value.tasks), ...Object.values(reckoned.value.waits), ...(reckoned.value.return ? [reckoned.value.return] : [])].flatMap((one) => one.dueAt ?? [])) : 0
    const due = reckoned.ok ? (of(reckoned.value) ?? null) : null
    // Only when it is the next to run out: otherwise somebody else would miss a time meanwhile.
    return due !== null && due <= first ? due : null
  }

  private fulfil(wait: Wait, due: number): void {
    const awaits = waitNode(this.definition, wait.name)?.awaits
    if (awaits?.what === 'payment') return this.give(citizen, { type: 'pay', wait: wait.name, amount: wait.amount ?? 0, reference: 'x' })
    if (awaits?.what === 'record') return this.give({ kind: 'register', id: awaits.register, name: awaits.register }, { type: 'receive_record', wait: wait.name, answers: {} })
    if (awaits?.what === 'materials') return this.give(citizen, { type: 'supply', answers: Object.fromEntries(owedNames(this.definition, this.state).map((name) => [name, { ...typed('f1'), file }])) })
    if (this.due((deadlines) => deadlines.waits[wait.name]?.dueAt) !== due) return
    this.now = due
    this.give(system, { type: 'expire', timer: `wait:${wait.name}` })
    this.now = this.state.changedAt
  }

  private correct(stage: string, round: number, names: readonly string[]): void {
    const fresh = randomAnswers(this.definition, this.draw, { calendar: this.calendar, now: this.now })
    this.give(citizen, { type: 'correct', stage, round, answers: Object.fromEntries(names.map((name) => [name, { ...fresh[name]!, source: 'applicant' as const, value: fresh[name]!.value ?? 'f1', file: fresh[name]!.value === null ? file : fresh[name]!.file }])) })
  }
}
