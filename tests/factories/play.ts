import type { Actor } from '#app/kernel/case/actor.ts'
import type { Answer, Answers } from '#app/kernel/case/answer.ts'
import type { CaseEvent, EventType } from '#app/kernel/case/case-event.ts'
import { type CaseState, openTasks } from '#app/kernel/case/case-state.ts'
import type { Command, Decision, TaskRef } from '#app/kernel/case/command.ts'
import { decide } from '#app/kernel/case/decide.ts'
import type { Problem } from '#app/kernel/case/problem.ts'
import { system } from '#app/kernel/case/actor.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import { at, buildDefinition, plainCalendar } from './definition.ts'

export const citizen: Actor = { kind: 'citizen', id: 'p1', name: 'Li Na', companies: [] }
export const stranger: Actor = { kind: 'citizen', id: 'p2', name: 'Wang Wei', companies: [] }
export const staff = (id: string, ...desks: string[]): Actor & { kind: 'staff' } => ({ kind: 'staff', id, name: `Clerk ${id}`, desks })

export const file = { id: 'f1', name: 'plan.pdf', bytes: 100, mediaType: 'application/pdf', sha256: 'x' }
export const typed = (value: Answer['value']): Answer => ({ value, source: 'applicant', envelope: null, file: null })
export const held = (field: string, value: Answer['value']): Answer => ({
  value,
  source: 'record',
  envelope: { register: 'people', entity: 'person', key: '1', field, value, asOf: '2026-01-01', validUntil: null, classification: 'internal' },
  file: null,
})

export const trialAnswers: Answers = {
  name: held('name', 'Li Na'),
  debt: held('debt', 500),
  verdict: held('verdict', 'fit'),
  kind: typed('large'),
  size: typed(60),
  plan: { ...typed('f1'), file },
}

/** One case played command by command, at a moment that only moves forward. */
export class Play {
  state: CaseState | null = null
  events: CaseEvent[] = []
  problem: Problem | null = null
  now = at('2026-03-02')
  readonly definition: Definition
  private codes = 0

  constructor(definition: Definition = buildDefinition()) {
    this.definition = definition
  }

  on(date: string, time = '09:00'): this {
    this.now = at(date, time)
    return this
  }

  give(actor: Actor, command: Command): this {
    this.codes += 1
    const decided = decide(this.definition, this.state, command, { now: this.now, calendar: plainCalendar, actor, code: `code${this.codes}-` })
    this.problem = decided.ok ? null : decided.problem
    if (decided.ok) {
      this.state = decided.state
      this.events.push(...decided.events)
    }
    return this
  }

  submit(answers: Answers = trialAnswers): this {
    const applicant = { person: 'p1', name: 'Li Na', company: null, companyName: null }
    return this.give(citizen, { type: 'submit', caseId: 'c1', ref: 'R1', applicant, answers })
  }

  /** The open part of a task, as its holder sees it. */
  ref(task: string, desk?: string): TaskRef {
    const open = this.state && openTasks(this.state).find((one) => one.name === task)
    const part = open?.parts.find((one) => (desk ? one.desk === desk : one.outcome === null))
    return { task, round: open?.round ?? 1, desk: part?.desk ?? desk ?? 'none.none', version: open?.version ?? 0 }
  }

  claim(person: string, task: string, desk?: string): this {
    const ref = this.ref(task, desk)
    return this.give(staff(person, ref.desk), { type: 'claim', ...ref })
  }

  /** Claims, then answers. */
  answer(person: string, task: string, outcome: string, more: Partial<Decision> = {}, desk?: string): this {
    this.claim(person, task, desk)
    if (this.problem) return this
    const ref = this.ref(task, desk)
    return this.give(staff(person, ref.desk), { type: 'decide', ...ref, outcome, reasons: [], note: '', items: [], sets: {}, ...more })
  }

  expire(timer: string): this {
    return this.give(system, { type: 'expire', timer })
  }

  open(): string[] {
    return this.state ? openTasks(this.state).map((task) => `${task.name}:${task.round}`) : []
  }

  types(): EventType[] {
    return this.events.map((event) => event.type)
  }
}

export const because = (code: string) => [{ code, text: '' }]
export const asksFor = (name: string, code: string) => ({ items: [{ name, reason: { code, text: '' } }] })
