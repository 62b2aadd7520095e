import type { BpmnProcess } from './bpmn-process.ts'
import type { Place, Point } from './bpmn-sizes.ts'

/** Shapes of nodes and edges of flows, moved to where the process lies. */
export function shapesXml({ nodes, flows }: BpmnProcess, places: ReadonlyMap<string, Place>, routes: ReadonlyMap<string, readonly Point[]>, dx: number, dy: number): string {
  const moved = (place: Place): Place => ({ ...place, x: place.x + dx, y: place.y + dy })
  const shapes = nodes.map((node) => {
    const place = places.get(node.id)
    if (!place) throw new Error(`${node.id} has no place`)
    const more = node.inner ? ' isExpanded="true"' : node.tag === 'exclusiveGateway' ? ' isMarkerVisible="true"' : ''
    return shapeXml(node.id, moved(place), more) + (node.inner ? `\n${shapesXml(node.inner, places, routes, dx, dy)}` : '')
  })
  const edges = flows.map((flow) => edgeXml(flow.id, (routes.get(flow.id) ?? []).map(([x, y]) => [x + dx, y + dy] as const)))
  return [...shapes, ...edges].join('\n')
}

export const shapeXml = (id: string, { x, y, width, height }: Place, more = ''): string =>
  `<bpmndi:BPMNShape id="${id}_shape" bpmnElement="${id}"${more}><dc:Bounds x="${Math.round(x)}" y="${Math.round(y)}" width="${Math.round(width)}" height="${Math.round(height)}"/></bpmndi:BPMNShape>`

const edgeXml = (id: string, points: readonly Point[]): string =>
  `<bpmndi:BPMNEdge id="${id}_edge" bpmnElement="${id}">${points.map(([x, y]) => `<di:waypoint x="${Math.round(x)}" y="${Math.round(y)}"/>`).join('')}</bpmndi:BPMNEdge>`
