import type { BpmnFlow, BpmnNode } from './bpmn-process.ts'
import { exitOf, joined, type Piece, shifted } from './piece.ts'

export type ReturnNodes = { again: BpmnNode; asked: BpmnNode; answer: BpmnNode; timeout: BpmnNode; lapsed: BpmnNode }

/**
 * A stage that can send the case back: behind it a gateway, from which the way leads on, or to the applicant and back to
 * its beginning; a timer at the edge of the applicant's task ends the case.
 * @param ask the flow to the applicant: its name, and in FEEL when something is asked
 */
export function pieceReturns(stage: Piece, { again, asked, answer, timeout, lapsed }: ReturnNodes, ask: Pick<BpmnFlow, 'name' | 'condition'>, next: () => string): Piece {
  const inner = shifted(stage, 1, 0)
  const last = stage.columns + 1
  const at = (node: BpmnNode, column: number, track: number): BpmnNode => ({ ...node, column, track })
  const nodes = [at(again, 0, 0), ...inner.nodes, at(asked, last, 0), at(answer, last - 1, stage.tracks), at(timeout, last - 1, stage.tracks), at(lapsed, last, stage.tracks + 1)]
  const onward = { ...exitOf(asked.id), isDefault: true }
  const flows = [
    ...(stage.entry === null ? [] : joined([exitOf(again.id)], stage.entry, next)),
    ...inner.flows,
    ...joined(stage.exits, asked.id, next),
    ...joined([{ ...exitOf(asked.id), ...ask }], answer.id, next),
    ...joined([exitOf(answer.id)], again.id, next),
    ...joined([exitOf(timeout.id)], lapsed.id, next),
  ]
  return { nodes, flows, entry: again.id, exits: [onward], columns: last + 1, tracks: stage.tracks + 2 }
}
