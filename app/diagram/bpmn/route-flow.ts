import type { BpmnFlow, BpmnNode } from './bpmn-process.ts'
import { CHANNEL, type Row } from './bpmn-rows.ts'
import type { Point } from './bpmn-sizes.ts'
import type { Cell } from './place-process.ts'

/**
 * The corners of a flow: along rows where nothing stands in its way, else between rows; up and down only at the edges of
 * columns. So no flow crosses a shape.
 */
export function routeFlow(cells: ReadonlyMap<string, Cell>, nodes: readonly BpmnNode[], { from, to }: BpmnFlow): Point[] {
  const [source, target] = [cells.get(from), cells.get(to)]
  if (!source || !target) throw new Error(`a flow from ${from} to ${to} leads nowhere`)
  const end: Point = [target.place.x, middleOf(target)]
  if (nodes.some((node) => node.id === from && node.attachedTo)) return fromEdge(source, end)
  const start: Point = [source.place.x + source.place.width, middleOf(source)]
  const [out, into] = [source.column.x + source.column.width, target.column.x]
  const forward = source.column.x < target.column.x
  const clear = (row: Row): boolean => forward && ![...cells.values()].some((cell) => cell.row === row && cell.column.x >= out && cell.column.x < into)
  if (clear(source.row)) return straight([start, [into, start[1]], [into, end[1]], end])
  if (clear(target.row)) return straight([start, [out, start[1]], [out, end[1]], end])
  const between = target.row.top < source.row.top ? source.row.top - CHANNEL / 2 : source.row.top + source.row.height + CHANNEL / 2
  return straight([start, [out, start[1]], [out, between], [into, between], [into, end[1]], end])
}

const middleOf = ({ place }: Cell): number => place.y + place.height / 2

/** Down from the edge of an activity, then aside. */
function fromEdge({ place }: Cell, end: Point): Point[] {
  const x = place.x + place.width / 2
  return [[x, place.y + place.height], [x, end[1]], end]
}

/** Without corners at which nothing turns. */
function straight(points: readonly Point[]): Point[] {
  return points.filter((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]]
    if (!before || !after) return true
    return !((before[0] === point[0] && point[0] === after[0]) || (before[1] === point[1] && point[1] === after[1]))
  })
}
