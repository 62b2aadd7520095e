import { round } from './draw-words.ts'
import type { Point, WayShape } from './shape.ts'

const HEAD = 7

/** A way with its arrow head as SVG: a marker would need an id, and two pictures on a page would share it. */
export function drawWay({ points, arrow, dotted }: WayShape): string {
  const line = `<path class="ot-flow__way${dotted ? ' ot-flow__way--after' : ''}" d="${points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')}"/>`
  return arrow ? line + headOf(points) : line
}

function headOf(points: readonly Point[]): string {
  const [from, to] = points.slice(-2)
  if (!from || !to) return ''
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  if (length === 0) return ''
  const [dx, dy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const corner = (side: number): string => `${round(to[0] - HEAD * dx - side * HEAD * 0.55 * dy)} ${round(to[1] - HEAD * dy + side * HEAD * 0.55 * dx)}`
  return `<path class="ot-flow__head" d="M${round(to[0])} ${round(to[1])}L${corner(1)}L${corner(-1)}z"/>`
}
