import { caseValues, itemValues } from './values.ts'
import { type CaseState, latestRound } from './case-state.ts'
import { RETURN } from './find-task.ts'
import { owedNames } from './owed.ts'
import type { Calendar } from '#app/kernel/clock/calendar.ts'
import { conditionHolds } from '#app/kernel/definition/condition-of.ts'
import type { CaseEnd, ChooseNode, Definition, EachNode, FlowNode, SubNode, TaskNode, WaitNode } from '#app/kernel/definition/definition.ts'
import { baseName, itemName } from '#app/kernel/definition/item-name.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'

import { KnownFacts } from './known-facts.ts'

/** Which way a case takes through a definition, by what happened to it: names of steps, under the names of their items. */
export type Walked = {
  done: readonly string[]
  skipped: readonly string[]
  /** Where it stands: what is to be done now, whether the case knows it or not. */
  open: readonly string[]
  choices: Readonly<Record<string, number>>
  counts: Readonly<Record<string, number>>
  autos: readonly string[]
  end: CaseEnd | null
}

/**
 * Walks a case through a definition that need not be its own: its own answers, the outcomes its steps had. Where a step
 * comes that it never did, it stops there. Nothing is decided anew, and the case is not changed.
 * @param own the definition it goes by
 */
export function walkCase(definition: Definition, own: Definition, state: CaseState, calendar: Calendar): Walked {
  const walk = new Walk(definition, new KnownFacts(own, definition, state), state, calendar)
  walk.toRest(definition.flow)
  if (state.appealedAt !== null && definition.appeal) walk.toRest(definition.appeal.flow)
  return walk
}

type Step = TaskNode | WaitNode | SubNode

class Walk implements Walked {
  done: string[] = []
  skipped: string[] = []
  open: string[] = []
  choices: Record<string, number> = {}
  counts: Record<string, number> = {}
  autos: string[] = []
  end: CaseEnd | null = null
  private readonly definition: Definition
  private readonly facts: KnownFacts
  private readonly state: CaseState
  private readonly calendar: Calendar
  private now: number

  constructor(definition: Definition, facts: KnownFacts, state: CaseState, calendar: Calendar) {
    this.definition = definition
    this.facts = facts
    this.state = state
    this.calendar = calendar
    this.now = state.submittedAt
  }

  /** Again and again, since a step may come after one of another branch that the walk reaches later. */
  toRest(flow: readonly FlowNode[]): void {
    this.end = null
    for (let known = -1; known < this.known() && this.end === null; ) {
      known = this.known()
      this.open = []
      this.list(flow, null)
    }
  }

  private known(): number {
    return this.done.length + this.skipped.length + this.autos.length + Object.keys(this.choices).length + Object.keys(this.counts).length
  }

  /** @returns whether all of it is done */
  private list(flow: readonly FlowNode[], item: number | null): boolean {
    return flow.every((node) => this.end === null && this.node(node, item))
  }

  private node(node: FlowNode, item: number | null): boolean {
    switch (node.node) {
      case 'stage':
        return this.list(node.do, item)
      case 'parallel':
        return this.all(node.branches.map((branch) => () => this.list(branch, item)))
      case 'choose':
        return this.choose(node, item)
      case 'each':
        return this.each(node)
      case 'task':
      case 'wait':
      case 'sub':
        return this.step(node, item)
      case 'auto':
        if (!this.autos.includes(itemName(node.name, item))) this.autos.push(itemName(node.name, item))
        return true
      case 'end':
        this.end = node.end
        return false
      default:
        return node satisfies never
    }
  }

  private all(branches: readonly (() => boolean)[]): boolean {
    return branches.map((branch) => branch()).every(Boolean)
  }

  private choose(node: ChooseNode, item: number | null): boolean {
    const id = itemName(node.id, item)
    const branch = (this.choices[id] ??= this.facts.branch(node, item, this.done) ?? node.branches.findIndex(({ when }) => this.holds(when, item)))
    return this.list(node.branches[branch]?.do ?? [], item)
  }

  private each(node: EachNode): boolean {
    const count = (this.counts[node.name] ??= this.state.counts[node.name] ?? Math.max(0, Math.trunc(Number(this.values()[node.of] ?? 0))))
    return this.all(Array.from({ length: count }, (_, i) => () => this.list(node.do, i + 1)))
  }

  private step(node: Step, item: number | null): boolean {
    const name = itemName(node.name, item)
    if (this.done.includes(name) || this.skipped.includes(name)) return true
    if (!node.after.every((other) => this.isPast(itemName(other, item)))) return false
    const at = this.doneAt(node, name)
    if (!(this.facts.held(node, name, this.done) ?? this.holds(node.when, item)) || this.owesNothing(node, name)) this.skipped.push(name)
    else if (at === null) this.open.push(name)
    else this.finish(name, at, node)
    return this.done.includes(name) || this.skipped.includes(name)
  }

  /** Done or skipped on the way, or done in an earlier round, whose steps before it a return has opened again. */
  private isPast(name: string): boolean {
    if (this.done.includes(name) || this.skipped.includes(name)) return true
    const node = nodesOf(this.definition).find((one) => 'name' in one && one.name === baseName(name))
    const isStep = node?.node === 'task' || node?.node === 'wait' || node?.node === 'sub'
    return isStep && this.doneAt(node, name) !== null
  }

  private finish(name: string, at: number, node: Step): void {
    this.done.push(name)
    this.now = Math.max(this.now, at)
    // A notice is meant to pass; any other wait that runs out ends the case.
    if (node.node === 'wait' && node.awaits.what !== 'notice' && this.state.waits[name]?.expired) this.end = node.else
  }

  /** When the case did a step, if it did it, and as what the definition takes it for. */
  private doneAt(node: Step, name: string): number | null {
    if (node.node === 'wait') return this.state.waits[name]?.closedAt ?? null
    if (node.node === 'sub') return this.state.subs[name]?.service === node.service ? (this.state.subs[name]?.endedAt ?? null) : null
    const task = latestRound(this.state, name)
    // An outcome that the definition does not know says nothing in it.
    return task === null || task.outcome === null || task.outcome === RETURN || !node.outcomes.includes(task.outcome) || this.state.skipped.includes(name) ? null : task.decidedAt
  }

  /** Nobody waits for materials that were given at once. */
  private owesNothing(node: Step, name: string): boolean {
    return node.node === 'wait' && node.awaits.what === 'materials' && this.state.waits[name] === undefined && owedNames(this.definition, this.state).length === 0
  }

  private holds(when: string | null, item: number | null): boolean {
    return when === null || conditionHolds(this.definition, when, itemValues(this.values(), item))
  }

  /** What conditions read: only of steps that this walk has come by. */
  private values(): ReturnType<typeof caseValues> {
    const { state, done } = this
    const kept = <One>(all: Readonly<Record<string, One>>, nameOf: (key: string, one: One) => string): Record<string, One> => Object.fromEntries(Object.entries(all).filter(([key, one]) => done.includes(nameOf(key, one))))
    const answers = Object.entries(state.answers).filter(([name]) => this.isKnown(name))
    const tasks = kept(state.tasks, (_, task) => task.name)
    const reached = { ...state, answers: Object.fromEntries(answers), tasks, skipped: this.skipped, waits: kept(state.waits, (key) => key), subs: kept(state.subs, (key) => key) }
    return caseValues(this.definition, reached, { calendar: this.calendar, now: this.now })
  }

  /** A value that a step sets is known once the walk has come by that step, or it is taken over from a part. */
  private isKnown(name: string): boolean {
    const field = this.definition.data[baseName(name)]
    return field?.kind !== 'desk' || this.done.some((one) => baseName(one) === field.task)
  }
}
