import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Definition, FlowNode } from '#app/kernel/definition/definition.ts'

import type { Mark } from './mark.ts'
import { markStep } from './mark-step.ts'

/** A point between two steps: the case has come by here, may still come, or never will. */
type Way = 'passed' | 'ahead' | 'never'

/** How a case stands at every step and end of its flow, and, once the applicant has appealed, of the appeal's. */
export function markCase(definition: Definition, state: CaseState): ReadonlyMap<FlowNode, Mark> {
  const { appealedAt, end } = state
  const first = new Marker(state, end !== null || appealedAt !== null)
  first.list(definition.flow, 'passed', null)
  if (appealedAt === null || !definition.appeal) return first.marks
  const second = new Marker(state, end !== null)
  second.list(definition.appeal.flow, 'passed', null)
  return new Map([...first.marks, ...second.marks])
}

class Marker {
  readonly marks = new Map<FlowNode, Mark>()
  private readonly state: CaseState
  private readonly over: boolean

  /** @param over whether this flow has come to its end, by whatever way */
  constructor(state: CaseState, over: boolean) {
    this.state = state
    this.over = over
  }

  /** @returns the way behind the last step */
  list(flow: readonly FlowNode[], way: Way, each: string | null): Way {
    return flow.reduce((before, node) => this.node(node, before, each), way)
  }

  private node(node: FlowNode, way: Way, each: string | null): Way {
    switch (node.node) {
      case 'stage':
        return this.list(node.do, way, each)
      case 'each':
        return this.list(node.do, way, node.name)
      case 'parallel':
        return this.together(node.branches.map((branch) => this.list(branch, way, each)))
      case 'choose': {
        const chosen = this.state.choices[node.id]
        const ways = node.branches.map((branch, i) => this.list(branch.do, chosen === undefined ? this.notYet(way) : chosen === i ? way : 'never', each))
        return chosen === undefined ? this.notYet(way) : (ways[chosen] ?? way)
      }
      case 'end':
        this.marks.set(node, way === 'passed' ? 'done' : way === 'ahead' ? 'to_come' : 'not_needed')
        return way
      default: {
        const mark = markStep(this.state, node, each, this.notYet(way) === 'never' ? 'not_needed' : 'to_come')
        this.marks.set(node, mark)
        const skipped = mark === 'not_needed' && way === 'passed' && node.node !== 'auto' && this.state.skipped.includes(node.name)
        return way === 'passed' && (mark === 'done' || skipped) ? 'passed' : this.notYet(way)
      }
    }
  }

  /** What has not been reached will be, unless it is too late. */
  private notYet(way: Way): Way {
    return way === 'never' || this.over ? 'never' : 'ahead'
  }

  private together(ways: readonly Way[]): Way {
    return ways.find((way) => way !== 'passed') ?? 'passed'
  }
}
