import { emptyPiece, joined, type Piece, shifted } from './piece.ts'

/** Pieces one after the other; what stands behind an end is not reached and left out. */
export function pieceList(pieces: readonly Piece[], next: () => string): Piece {
  return pieces.reduce((before, piece) => {
    if (piece.entry === null) return before
    if (before.entry === null) return piece
    if (before.exits.length === 0) return before
    const behind = shifted(piece, before.columns, 0)
    return {
      nodes: [...before.nodes, ...behind.nodes],
      flows: [...before.flows, ...joined(before.exits, piece.entry, next), ...behind.flows],
      entry: before.entry,
      exits: behind.exits,
      columns: before.columns + piece.columns,
      tracks: Math.max(before.tracks, piece.tracks),
    }
  }, emptyPiece)
}
