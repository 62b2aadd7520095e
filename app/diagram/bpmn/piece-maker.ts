import type { TFunction } from 'i18next'

import { RETURN } from '#app/kernel/case/find-task.ts'
import { departmentOf } from '#app/kernel/case/seen-by.ts'
import type { ChooseNode, Definition, EachNode, FlowNode, StageNode, TaskNode, WaitNode } from '#app/kernel/definition/definition.ts'
import { allNodes } from '#app/kernel/definition/nodes.ts'
import { stepLabel } from '#app/view/step-label.ts'

import type { StepNode } from '../block.ts'
import { choiceLabels } from '../choice-labels.ts'
import { spanText } from '../span-text.ts'

import { APPLICANT, type BpmnNode } from './bpmn-process.ts'
import { notesOn } from './notes-on.ts'
import { type Piece, single } from './piece.ts'
import { pieceList } from './piece-list.ts'
import { pieceReturns } from './piece-returns.ts'
import { pieceSplit } from './piece-split.ts'
import { printedCondition } from './printed-condition.ts'

/** Makes the pieces of one process; ids are counted through. */
export class PieceMaker {
  private readonly t: TFunction
  private readonly definition: Definition
  private count = 0

  constructor(t: TFunction, definition: Definition) {
    this.t = t
    this.definition = definition
  }

  readonly nextFlow = (): string => this.nextId('flow')

  /** An id unlike all others of the process: an NCName, since names in definitions are. */
  private nextId(kind: string): string {
    this.count += 1
    return `${kind}_${this.count}`
  }

  /** A node, by itself in the lead's lane unless `more` says otherwise. */
  node(tag: BpmnNode['tag'], kind: string, name: string, more: Partial<BpmnNode> = {}): BpmnNode {
    return { id: this.nextId(kind), tag, name, lane: this.definition.lead, column: 0, track: 0, ...more }
  }

  list(flow: readonly FlowNode[]): Piece {
    return pieceList(flow.map((node) => this.piece(node)), this.nextFlow)
  }

  private piece(node: FlowNode): Piece {
    switch (node.node) {
      case 'task':
      case 'wait':
      case 'sub':
      case 'auto':
        return this.perhaps(node)
      case 'stage':
        return node.returns ? this.returning(node, node.returns) : this.list(node.do)
      case 'parallel': {
        const gateway = () => this.node('parallelGateway', 'parallel', '')
        return pieceSplit(gateway(), node.branches.map((branch) => ({ name: '', condition: null, isDefault: false, piece: this.list(branch) })), gateway(), this.nextFlow)
      }
      case 'choose':
        return this.choice(node)
      case 'each':
        return this.repeated(node)
      case 'end':
        return single(this.node('endEvent', `end_${node.end}`, this.endText(node.end)))
      default:
        return node satisfies never
    }
  }

  private endText(end: string): string {
    return this.t(`cases:status.${end}`)
  }

  private label(name: string): string {
    return stepLabel(this.t, this.definition.service, name)
  }

  /** A step with a condition stands between two gateways, beside a way past it. */
  private perhaps(node: StepNode): Piece {
    const step = this.step(node)
    if (node.node === 'auto' || node.when === null) return step
    const gateway = () => this.node('exclusiveGateway', 'gateway', '')
    const taken = { name: this.t('portal:guide.perhaps'), condition: printedCondition(node.when), isDefault: false, piece: step }
    return pieceSplit(gateway(), [taken, { name: '', condition: null, isDefault: true, piece: pieceList([], this.nextFlow) }], gateway(), this.nextFlow)
  }

  private step(node: StepNode): Piece {
    const documentation = notesOn(this.t, this.definition.service, node)
    switch (node.node) {
      case 'task':
        return single(this.node('userTask', `task_${node.name}`, this.label(node.name), { lane: this.laneOf(node), documentation }))
      case 'auto':
        return single(this.node('serviceTask', `auto_${node.name}`, this.label(node.name), { documentation }))
      case 'sub':
        return single(this.node('callActivity', `sub_${node.name}`, this.label(node.name), { calls: `service_${node.service}`, documentation }))
      case 'wait':
        return node.awaits.what === 'notice' ? single(this.catching(node, node.within)) : this.waiting(node)
      default:
        return node satisfies never
    }
  }

  /** Where a value names the department, the step stands with the one that answers for the service. */
  private laneOf({ department, desks }: TaskNode): string {
    return department === null ? departmentOf(desks[0] ?? this.definition.lead) : this.definition.lead
  }

  private catching(node: WaitNode, event: BpmnNode['event']): BpmnNode {
    return this.node('intermediateCatchEvent', `wait_${node.name}`, this.label(node.name), { event, documentation: notesOn(this.t, this.definition.service, node) })
  }

  /** What comes first wins: what is waited for, or the end of the time. */
  private waiting(node: WaitNode): Piece {
    const timer = this.node('intermediateCatchEvent', 'timer', spanText(this.t, node.within), { event: node.within })
    const late = pieceList([single(timer), single(this.node('endEvent', `end_${node.else}`, this.endText(node.else)))], this.nextFlow)
    const way = { name: '', condition: null, isDefault: false }
    const open = this.node('eventBasedGateway', 'first', '')
    return pieceSplit(open, [{ ...way, piece: single(this.catching(node, 'message')) }, { ...way, piece: late }], this.node('exclusiveGateway', 'gateway', ''), this.nextFlow)
  }

  private choice(node: ChooseNode): Piece {
    const labels = choiceLabels(this.t, this.definition, node)
    const gateway = () => this.node('exclusiveGateway', 'gateway', '')
    const branches = node.branches.map((branch, i) => ({ name: labels[i] ?? '', condition: branch.when === null ? null : printedCondition(branch.when), isDefault: branch.when === null, piece: this.list(branch.do) }))
    return pieceSplit(gateway(), branches, gateway(), this.nextFlow)
  }

  private returning(stage: StageNode, returns: NonNullable<StageNode['returns']>): Piece {
    const asking = allNodes(stage.do).flatMap((node) => (node.node === 'task' && node.outcomes.includes(RETURN) ? [`${node.name} = "${RETURN}"`] : []))
    const note = this.t('portal:guide.returns', { count: returns.max })
    const answer = this.node('userTask', `answer_${stage.name}`, this.t('portal:diagram.answer'), { lane: APPLICANT, documentation: note })
    const nodes = {
      again: this.node('exclusiveGateway', 'gateway', ''),
      asked: this.node('exclusiveGateway', 'gateway', '', { documentation: note }),
      answer,
      timeout: this.node('boundaryEvent', 'timer', spanText(this.t, returns.within), { lane: APPLICANT, event: returns.within, attachedTo: answer.id }),
      lapsed: this.node('endEvent', `end_${returns.else}`, this.endText(returns.else), { lane: APPLICANT }),
    }
    return pieceReturns(this.list(stage.do), nodes, { name: this.t('portal:diagram.ask'), condition: asking.join(' or ') }, this.nextFlow)
  }

  private repeated(node: EachNode): Piece {
    const start = single(this.node('startEvent', 'start', ''))
    const flow = pieceList([start, this.list(node.do), single(this.node('endEvent', 'end', ''))], this.nextFlow)
    return single(this.node('subProcess', `each_${node.name}`, this.label(node.name), { inner: { nodes: flow.nodes, flows: flow.flows, times: node.of } }))
  }
}
