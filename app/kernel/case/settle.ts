import { conditionHolds } from '#app/kernel/definition/condition-of.ts'
import type { AutoNode, ChooseNode, Definition, EachNode, FlowNode, StageNode, SubNode, TaskNode, WaitNode } from '#app/kernel/definition/definition.ts'
import { itemName } from '#app/kernel/definition/item-name.ts'
import { waitNode } from '#app/kernel/definition/nodes.ts'

import { eventActor, system } from './actor.ts'
import type { Value } from './answer.ts'
import { awaitedBy, isOwedByApplicant } from './awaited-by.ts'
import type { CaseEvent, EventBody, ReturnItem } from './case-event.ts'
import { type CaseState, latestRound, openReturn, openTasks, openWaits, type Task } from './case-state.ts'
import type { Context } from './context.ts'
import { desksFor } from './desks-for.ts'
import { evolve } from './evolve.ts'
import { RETURN } from './find-task.ts'
import { issued } from './issued.ts'
import { owedNames } from './owed.ts'
import { type Progress, together } from './progress.ts'
import { caseValues, itemValues } from './values.ts'

/** What is around a node: the stage that returns go through, the item of the `each`. */
type Around = { stage: StageNode | null; item: number | null }

/**
 * Lets a case run on as far as it can by itself: opens what is due to open, chooses branches, sends merged returns,
 * issues results, ends. The flow is walked anew from its beginning, so where a case stands is never stored apart from
 * what happened to it; the walk costs as much as the definition is long.
 */
export function settle(definition: Definition, start: CaseState, context: Context): { state: CaseState; events: CaseEvent[] } {
  const run = new Run(definition, start, context)
  run.toRest()
  return { state: run.state, events: run.events }
}

class Run {
  state: CaseState
  readonly events: CaseEvent[] = []
  /** Nothing happened in the walk before, and some desk wishes for a correction. */
  private quiet = false
  private readonly definition: Definition
  private readonly context: Context

  constructor(definition: Definition, state: CaseState, context: Context) {
    this.definition = definition
    this.state = state
    this.context = context
  }

  /** Walks until nothing more happens: a step skipped late in the walk may be what an earlier one came `after`. */
  toRest(): void {
    const flow = this.state.appealedAt === null ? this.definition.flow : (this.definition.appeal?.flow ?? [])
    while (this.state.end === null) {
      if (this.walk(flow)) continue
      this.quiet = this.wishes().length > 0
      if (!this.quiet || !this.walk(flow)) break
      this.quiet = false
    }
    const whose = awaitedBy(this.definition, this.state)
    const last = this.state.segments.at(-1)
    if (whose && (last?.whose !== whose || last.to !== null)) this.emit({ type: 'clock_switched', whose })
  }

  /** Goes through the flow once. @returns whether anything happened */
  private walk(flow: readonly FlowNode[]): boolean {
    const before = this.events.length
    this.sequence(flow, { stage: null, item: null })
    return this.events.length > before
  }

  private emit(body: EventBody): void {
    const event: CaseEvent = { ...body, at: this.context.now, actor: eventActor(system) }
    this.events.push(event)
    this.state = evolve(this.state, event)
  }

  /** What conditions read now, as an item sees it. */
  private values(item: number | null): Readonly<Record<string, Value>> {
    return itemValues(caseValues(this.definition, this.state, this.context), item)
  }

  private holds(when: string | null, item: number | null): boolean {
    return when === null || conditionHolds(this.definition, when, this.values(item))
  }

  private sequence(flow: readonly FlowNode[], around: Around): Progress {
    for (const node of flow) {
      const progress = this.node(node, around)
      if (progress !== 'done') return progress
    }
    return 'done'
  }

  private node(node: FlowNode, around: Around): Progress {
    switch (node.node) {
      case 'task':
        return this.task(node, around)
      case 'stage':
        return this.stage(node, around)
      case 'parallel':
        return this.parallel(node.branches.map((branch) => [branch, around]))
      case 'choose':
        return this.choose(node, around)
      case 'each':
        return this.each(node, around)
      case 'wait':
        return this.wait(node, around)
      case 'sub':
        return this.sub(node, around)
      case 'auto':
        return this.auto(node, around)
      case 'end':
        this.emit({ type: 'ended', end: node.end })
        return 'pending'
      default:
        return node satisfies never
    }
  }

  /** A step not begun yet: skipped, waiting for another branch, or (null) to begin now. */
  private beforehand(node: TaskNode | WaitNode | SubNode, name: string, item: number | null): Progress | null {
    if (this.state.skipped.includes(name)) return 'done'
    const awaited = together(node.after.map((other) => this.progressOf(itemName(other, item))))
    if (awaited !== 'done') return awaited
    return this.holds(node.when, item) ? null : this.skip(name)
  }

  private skip(name: string): Progress {
    this.emit({ type: 'task_skipped', task: name })
    return 'done'
  }

  /** How far a step of another branch has come; inside an each, of the same item. */
  private progressOf(name: string): Progress {
    if (this.state.skipped.includes(name)) return 'done'
    const task = latestRound(this.state, name)
    if (task) return task.outcome === null ? 'pending' : task.outcome === RETURN ? 'returned' : 'done'
    return this.state.waits[name]?.closedAt != null || this.state.subs[name]?.end != null ? 'done' : 'pending'
  }

  private task(node: TaskNode, { stage, item }: Around): Progress {
    const name = itemName(node.name, item)
    const task = latestRound(this.state, name)
    const answered = (stage && this.state.returns[stage.name]?.filter((sent) => sent.answeredAt !== null)) ?? []
    if (task) {
      const again = answered.some((sent) => sent.round >= task.round && sent.reopens.includes(name))
      if (!again || this.state.skipped.includes(name)) return this.progressOf(name)
      // What was corrected may make it needless.
      if (!this.holds(node.when, item)) return this.skip(name)
    } else {
      const progress = this.beforehand(node, name, item)
      if (progress) return progress
    }
    const desks = desksFor(this.definition, node, this.values(item))
    this.emit({ type: 'task_opened', task: name, round: answered.length + 1, desks })
    return 'pending'
  }

  private parallel(branches: readonly (readonly [readonly FlowNode[], Around])[]): Progress {
    const all: Progress[] = []
    for (const [branch, around] of branches) {
      if (this.state.end !== null) return 'pending'
      all.push(this.sequence(branch, around))
    }
    return together(all)
  }

  private each(node: EachNode, around: Around): Progress {
    if (this.state.counts[node.name] === undefined) {
      const count = Number(this.values(null)[node.of] ?? 0)
      this.emit({ type: 'items_counted', each: node.name, count: Math.max(0, Math.trunc(count)) })
    }
    const items = Array.from({ length: this.state.counts[node.name] ?? 0 }, (_, i) => i + 1)
    return this.parallel(items.map((item) => [node.do, { ...around, item }] as const))
  }

  /** No desk's wish reaches the applicant until every desk of the stage has spoken: then one letter. */
  private stage(node: StageNode, around: Around): Progress {
    const progress = this.sequence(node.do, node.returns ? { ...around, stage: node } : around)
    if (!node.returns || !(progress === 'returned' || (progress === 'pending' && this.isBlocked()))) return progress
    const sent = this.state.returns[node.name] ?? []
    if (sent.every((one) => one.answeredAt !== null)) {
      const round = sent.length + 1
      this.emit({ type: 'return_sent', stage: node.name, round, items: this.wishes() })
    }
    return 'pending'
  }

  /**
   * Some wait for a correction, and the rest comes after these, or after what the applicant owes already: no desk and
   * nobody else has anything to do.
   */
  private isBlocked(): boolean {
    const others = openWaits(this.state).filter((wait) => !isOwedByApplicant(waitNode(this.definition, wait.name)))
    return this.quiet && openTasks(this.state).length === 0 && others.length === 0 && openReturn(this.state) === null
  }

  /** What desks ask for that has not been asked of the applicant yet, in the order of the flow. */
  private wishes(): ReturnItem[] {
    const latest = Object.values(this.state.tasks).filter((task) => latestRound(this.state, task.name) === task && !this.state.skipped.includes(task.name))
    const asked = (task: Task): boolean => Object.values(this.state.returns).some((all) => all.some((sent) => sent.round === task.round && sent.answeredAt !== null && sent.reopens.includes(task.name)))
    return latest.filter((task) => task.outcome === RETURN && !asked(task)).flatMap((task) => task.parts.flatMap((part) => part.items))
  }

  private choose(node: ChooseNode, around: Around): Progress {
    const id = itemName(node.id, around.item)
    let branch = this.state.choices[id]
    if (branch === undefined) {
      branch = node.branches.findIndex((one) => this.holds(one.when, around.item))
      this.emit({ type: 'branch_chosen', choose: id, branch })
    }
    return this.sequence(node.branches[branch]?.do ?? [], around)
  }

  private wait(node: WaitNode, { item }: Around): Progress {
    const name = itemName(node.name, item)
    const wait = this.state.waits[name]
    if (wait) return wait.closedAt === null ? 'pending' : 'done'
    const progress = this.beforehand(node, name, item)
    if (progress) return progress
    if (node.awaits.what === 'materials' && owedNames(this.definition, this.state).length === 0) {
      return this.skip(name)
    }
    this.emit({ type: 'wait_opened', wait: name, amount: this.amountOf(node, item) })
    return 'pending'
  }

  private amountOf(node: WaitNode, item: number | null): number | null {
    if (node.awaits.what !== 'payment') return null
    const { amount } = node.awaits
    return typeof amount === 'number' ? amount : Number(this.values(item)[amount] ?? 0)
  }

  private sub(node: SubNode, { item }: Around): Progress {
    const name = itemName(node.name, item)
    const known = this.state.subs[name]
    if (known) return known.end === null ? 'pending' : 'done'
    const progress = this.beforehand(node, name, item)
    if (progress) return progress
    const company = node.company === null ? null : this.values(item)[node.company]
    this.emit({ type: 'sub_opened', sub: name, service: node.service, definitionHash: node.hash, company: company == null ? null : String(company) })
    return 'pending'
  }

  private auto(node: AutoNode, { item }: Around): Progress {
    const name = itemName(node.name, item)
    if (!this.state.autos.includes(name)) this.emit(issued(node, name, this.state, this.context))
    return 'done'
  }
}
