import { measures } from './measures.ts'
import { moved, type Placed, type Shape, way } from './shape.ts'

/** One below the other, an arrow between; what stands behind an end is not reached and left out. Nothing at all: a way straight on. */
export function placeList(parts: readonly Placed[]): Placed {
  const { box, drop } = measures
  const first = parts[0]
  if (!first) return { width: box, height: 0, enter: box / 2, leave: box / 2, shapes: [] }
  let below = first
  for (const next of parts.slice(1)) {
    if (below.leave === null) break
    below = stacked(below, next, below.leave, drop)
  }
  return below
}

function stacked(above: Placed, below: Placed, axis: number, drop: number): Placed {
  const dx = axis - below.enter
  const left = Math.min(0, dx)
  const top = above.height + drop
  const shapes: Shape[] = [...above.shapes, way([[axis, above.height], [axis, top]], true), ...below.shapes.map((shape) => moved(shape, dx, top))]
  return {
    width: Math.max(above.width, dx + below.width) - left,
    height: top + below.height,
    enter: above.enter - left,
    leave: below.leave === null ? null : below.leave + dx - left,
    shapes: shapes.map((shape) => moved(shape, -left, 0)),
  }
}
