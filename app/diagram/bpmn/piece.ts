import type { BpmnFlow, BpmnNode } from './bpmn-process.ts'

/** A way out of a piece that leads nowhere yet. */
export type Exit = Pick<BpmnFlow, 'from' | 'name' | 'condition' | 'isDefault'>

/** A part of a process in a grid of its own. Its `entry` is null where it is empty: then the way goes straight on. */
export type Piece = { nodes: readonly BpmnNode[]; flows: readonly BpmnFlow[]; entry: string | null; exits: readonly Exit[]; columns: number; tracks: number }

export const emptyPiece: Piece = { nodes: [], flows: [], entry: null, exits: [], columns: 0, tracks: 0 }

export const exitOf = (from: string): Exit => ({ from, name: '', condition: null, isDefault: false })

/** A node by itself; an end leads nowhere. */
export const single = (node: BpmnNode): Piece => ({ nodes: [node], flows: [], entry: node.id, exits: node.tag === 'endEvent' ? [] : [exitOf(node.id)], columns: 1, tracks: 1 })

/** The piece elsewhere in the grid. */
export const shifted = (piece: Piece, columns: number, tracks: number): Piece => ({ ...piece, nodes: piece.nodes.map((node) => ({ ...node, column: node.column + columns, track: node.track + tracks })) })

/** Flows from every exit to one node. @param next gives the next id of a flow */
export const joined = (exits: readonly Exit[], to: string, next: () => string): BpmnFlow[] => exits.map((exit) => ({ id: next(), to, ...exit }))
