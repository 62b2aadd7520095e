import { measures } from './measures.ts'
import type { Placed, Shape } from './shape.ts'

type Bounds = { left: number; right: number; top: number; bottom: number }

/**
 * Where each of several pieces begins (x) when they stand side by side as close as their shapes allow: a short piece
 * leaves room below it, into which the next may reach. Pieces keep their order, and their tops on one line.
 */
export function placeBeside(pieces: readonly Pick<Placed, 'shapes' | 'width'>[]): number[] {
  const starts: number[] = []
  const before: Bounds[] = []
  for (const { shapes, width } of pieces) {
    const bounds = shapes.length > 0 ? shapes.flatMap(boundsOf) : [{ left: 0, right: width, top: 0, bottom: 0 }]
    const start = Math.max(starts.length > 0 ? (starts.at(-1) ?? 0) - width : 0, ...before.flatMap((one) => bounds.flatMap((other) => (meet(one, other) ? [one.right + measures.gap - other.left] : []))))
    starts.push(start)
    before.push(...bounds.map((one) => ({ ...one, left: one.left + start, right: one.right + start })))
  }
  const left = Math.min(...before.map((one) => one.left))
  return starts.map((start) => start - left)
}

/** Do they stand at one height? */
const meet = (one: Bounds, other: Bounds): boolean => one.top < other.bottom + measures.gap && other.top < one.bottom + measures.gap

/** A way is as many pieces as it has turns. */
function boundsOf(shape: Shape): Bounds[] {
  if (shape.shape !== 'way') return [{ left: shape.x, right: shape.x + shape.width, top: shape.y, bottom: shape.y + shape.height }]
  return shape.points.slice(1).map(([x, y], i) => {
    const [fromX, fromY] = shape.points[i] ?? [x, y]
    return { left: Math.min(x, fromX), right: Math.max(x, fromX), top: Math.min(y, fromY), bottom: Math.max(y, fromY) }
  })
}
