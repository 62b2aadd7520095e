import type { BpmnNode, BpmnProcess } from './bpmn-process.ts'
import { columnsOf, type Lane, type Row, rowsOf } from './bpmn-rows.ts'
import { type Place, type Point, type Size, sizeOf } from './bpmn-sizes.ts'
import { routeFlow } from './route-flow.ts'

/** A process laid out: places by node id, corners by flow id, lanes if it has them. */
export type PlacedProcess = Size & { places: ReadonlyMap<string, Place>; routes: ReadonlyMap<string, readonly Point[]>; lanes: readonly Lane[] }

/** One cell of the grid as it lies in the diagram. */
export type Cell = { place: Place; column: Pick<Place, 'x' | 'width'>; row: Row }

/** Lays a process out from left to right, its nodes in the rows of their lanes. @param lanes in their order */
export function placeProcess(process: BpmnProcess, lanes: readonly string[]): PlacedProcess {
  const inner = new Map(process.nodes.flatMap((node) => (node.inner ? [[node.id, placeProcess(node.inner, lanesOf(node.inner))] as const] : [])))
  const sizeOfNode = (node: BpmnNode): Size => inner.get(node.id) ?? sizeOf(node)
  const columns = columnsOf(process.nodes, sizeOfNode)
  const grid = rowsOf(process.nodes, lanes, sizeOfNode)
  const cells = new Map(process.nodes.map((node) => [node.id, cellOf(node, sizeOfNode(node), columns, grid.rows)] as const))
  for (const node of process.nodes) onEdge(cells, node)
  const places = new Map([...cells].map(([id, { place }]) => [id, place] as const))
  const routes = new Map(process.flows.map((flow) => [flow.id, routeFlow(cells, process.nodes, flow)] as const))
  for (const [id, placed] of inner) addInner(places, routes, places.get(id), placed)
  const last = columns.at(-1)
  return { width: (last?.x ?? 0) + (last?.width ?? 0), height: grid.height, places, routes, lanes: grid.lanes }
}

/** Departments in the order in which they come up. */
export const lanesOf = ({ nodes }: BpmnProcess): string[] => [...new Set(nodes.map(({ lane }) => lane))]

function cellOf(node: BpmnNode, { width, height }: Size, columns: readonly Pick<Place, 'x' | 'width'>[], rows: readonly Row[]): Cell {
  const column = columns[node.column]
  const row = rows.find(({ lane, track }) => lane === node.lane && track === node.track)
  if (!column || !row) throw new Error(`${node.id} stands outside the grid`)
  return { column, row, place: { x: column.x + (column.width - width) / 2, y: row.top + (row.height - height) / 2, width, height } }
}

/** A boundary event stands on the lower edge of its activity, right of the middle. */
function onEdge(cells: Map<string, Cell>, node: BpmnNode): void {
  const [own, host] = [cells.get(node.id), cells.get(node.attachedTo ?? '')]
  if (!own || !host) return
  const { x, y, width, height } = host.place
  cells.set(node.id, { ...own, place: { ...own.place, x: x + width * 0.75 - own.place.width / 2, y: y + height - own.place.height / 2 } })
}

function addInner(places: Map<string, Place>, routes: Map<string, readonly Point[]>, around: Place | undefined, inner: PlacedProcess): void {
  const { x, y } = around ?? { x: 0, y: 0 }
  for (const [id, place] of inner.places) places.set(id, { ...place, x: place.x + x, y: place.y + y })
  for (const [id, points] of inner.routes) routes.set(id, points.map(([px, py]) => [px + x, py + y] as const))
}
