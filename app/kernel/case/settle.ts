import { conditionHolds } from '#app/kernel/definition/condition-of.ts'
import type { AutoNode, ChooseNode, Definition, FlowNode, StageNode, TaskNode, WaitNode } from '#app/kernel/definition/definition.ts'

import { eventActor, system } from './actor.ts'
import type { CaseEvent, EventBody, ReturnItem } from './case-event.ts'
import { type CaseState, latestRound } from './case-state.ts'
import { awaitedBy } from './awaited-by.ts'
import type { Context } from './context.ts'
import { evolve } from './evolve.ts'
import { RETURN } from './find-task.ts'
import { issued } from './issued.ts'
import { caseValues } from './values.ts'

/** How far a node has come. `returned`: its desk waits for a correction before it goes on. */
type Progress = 'done' | 'pending' | 'returned'

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
  private readonly definition: Definition
  private readonly context: Context

  constructor(definition: Definition, state: CaseState, context: Context) {
    this.definition = definition
    this.state = state
    this.context = context
  }

  toRest(): void {
    if (this.state.end === null) this.sequence(this.definition.flow, null)
    const whose = awaitedBy(this.definition, this.state)
    const last = this.state.segments.at(-1)
    if (whose && (last?.whose !== whose || last.to !== null)) this.emit({ type: 'clock_switched', whose })
  }

  private emit(body: EventBody): void {
    const event: CaseEvent = { ...body, at: this.context.now, actor: eventActor(system) }
    this.events.push(event)
    this.state = evolve(this.state, event)
  }

  private holds(when: string | null): boolean {
    return when === null || conditionHolds(this.definition, when, caseValues(this.state, this.context))
  }

  private sequence(flow: readonly FlowNode[], stage: StageNode | null): Progress {
    for (const node of flow) {
      const progress = this.node(node, stage)
      if (progress !== 'done') return progress
    }
    return 'done'
  }

  private node(node: FlowNode, stage: StageNode | null): Progress {
    switch (node.node) {
      case 'task':
        return this.task(node, stage)
      case 'stage':
        return this.stage(node, stage)
      case 'parallel':
        return this.parallel(node.branches, stage)
      case 'choose':
        return this.choose(node, stage)
      case 'wait':
        return this.wait(node)
      case 'auto':
        return this.auto(node)
      case 'end':
        this.emit({ type: 'ended', end: node.end })
        return 'pending'
      default:
        return node satisfies never
    }
  }

  private task(node: TaskNode, stage: StageNode | null): Progress {
    const task = latestRound(this.state, node.name)
    const answered = (stage && this.state.returns[stage.name]?.filter((sent) => sent.answeredAt !== null)) ?? []
    if (task) {
      const again = answered.some((sent) => sent.round >= task.round && sent.reopens.includes(node.name))
      if (!again) return task.outcome === null ? 'pending' : task.outcome === RETURN ? 'returned' : 'done'
    } else {
      if (this.state.skipped.includes(node.name)) return 'done'
      if (!this.holds(node.when)) {
        this.emit({ type: 'task_skipped', task: node.name })
        return 'done'
      }
    }
    this.emit({ type: 'task_opened', task: node.name, round: answered.length + 1, desks: node.desks })
    return 'pending'
  }

  private parallel(branches: readonly (readonly FlowNode[])[], stage: StageNode | null): Progress {
    const all: Progress[] = []
    for (const branch of branches) {
      if (this.state.end !== null) return 'pending'
      all.push(this.sequence(branch, stage))
    }
    if (all.includes('pending')) return 'pending'
    return all.includes('returned') ? 'returned' : 'done'
  }

  /** No desk's wish reaches the applicant until every desk of the stage has spoken: then one letter. */
  private stage(node: StageNode, outer: StageNode | null): Progress {
    const progress = this.sequence(node.do, node.returns ? node : outer)
    if (progress !== 'returned' || !node.returns) return progress
    const sent = this.state.returns[node.name] ?? []
    if (sent.every((one) => one.answeredAt !== null)) {
      const round = sent.length + 1
      this.emit({ type: 'return_sent', stage: node.name, round, items: this.wishes() })
    }
    return 'pending'
  }

  /** What the desks of the latest rounds ask for, in the order of the flow. */
  private wishes(): ReturnItem[] {
    const latest = Object.values(this.state.tasks).filter((task) => latestRound(this.state, task.name) === task)
    return latest.filter((task) => task.outcome === RETURN).flatMap((task) => task.parts.flatMap((part) => part.items))
  }

  private choose(node: ChooseNode, stage: StageNode | null): Progress {
    let branch = this.state.choices[node.id]
    if (branch === undefined) {
      branch = node.branches.findIndex((one) => this.holds(one.when))
      this.emit({ type: 'branch_chosen', choose: node.id, branch })
    }
    return this.sequence(node.branches[branch]?.do ?? [], stage)
  }

  private wait(node: WaitNode): Progress {
    const wait = this.state.waits[node.name]
    if (wait) return wait.closedAt === null ? 'pending' : 'done'
    if (this.state.skipped.includes(node.name)) return 'done'
    if (!this.holds(node.when)) {
      this.emit({ type: 'task_skipped', task: node.name })
      return 'done'
    }
    this.emit({ type: 'wait_opened', wait: node.name, amount: this.amountOf(node) })
    return 'pending'
  }

  private amountOf(node: WaitNode): number | null {
    if (node.awaits.what !== 'payment') return null
    const { amount } = node.awaits
    return typeof amount === 'number' ? amount : Number(this.state.answers[amount]?.value ?? 0)
  }

  private auto(node: AutoNode): Progress {
    if (!this.state.autos.includes(node.name)) this.emit(issued(node, this.state, this.context))
    return 'done'
  }
}
