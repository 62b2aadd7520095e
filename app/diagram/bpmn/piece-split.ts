import type { BpmnFlow, BpmnNode } from './bpmn-process.ts'
import { type Exit, joined, type Piece, shifted, single } from './piece.ts'

/** One way on from a gateway. */
export type SplitBranch = Omit<Exit, 'from'> & { piece: Piece }

/**
 * Branches between two gateways, one track below the other. An exclusive choice of which only one way goes on needs no
 * closing gateway.
 */
export function pieceSplit(open: BpmnNode, branches: readonly SplitBranch[], close: BpmnNode, next: () => string): Piece {
  const nodes: BpmnNode[] = [open]
  const flows: BpmnFlow[] = []
  const exits: Exit[] = []
  let tracks = 0
  for (const { piece, ...way } of branches) {
    const placed = shifted(piece, 1, tracks)
    nodes.push(...placed.nodes)
    flows.push(...(piece.entry === null ? [] : joined([{ ...way, from: open.id }], piece.entry, next)), ...placed.flows)
    exits.push(...(piece.entry === null ? [{ ...way, from: open.id }] : placed.exits))
    tracks += piece.tracks
  }
  const columns = 1 + Math.max(0, ...branches.map(({ piece }) => piece.columns))
  const split: Piece = { nodes, flows, entry: open.id, exits, columns, tracks: Math.max(1, tracks) }
  return exits.length === 0 || (exits.length === 1 && open.tag !== 'parallelGateway') ? split : closed(split, close, next)
}

function closed(split: Piece, close: BpmnNode, next: () => string): Piece {
  const last = shifted(single(close), split.columns, 0)
  return { ...split, nodes: [...split.nodes, ...last.nodes], flows: [...split.flows, ...joined(split.exits, close.id, next)], exits: last.exits, columns: split.columns + 1 }
}
