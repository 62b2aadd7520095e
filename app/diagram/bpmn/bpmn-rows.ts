import type { BpmnNode } from './bpmn-process.ts'
import type { Place, Size } from './bpmn-sizes.ts'

/** Left free above and below every row, so that flows can pass there. */
export const CHANNEL = 44

export type Row = { lane: string; track: number; top: number; height: number }
export type Lane = { lane: string; top: number; height: number }

/** Rows of all lanes from the top down: a lane has a row for each track on which something of it stands. */
export function rowsOf(nodes: readonly BpmnNode[], lanes: readonly string[], sizeOfNode: (node: BpmnNode) => Size): { rows: Row[]; lanes: Lane[]; height: number } {
  const rows: Row[] = []
  const tops: Lane[] = []
  let y = 0
  for (const lane of lanes) {
    const own = nodes.filter((node) => node.lane === lane)
    const tracks = [...new Set(own.map((node) => node.track))].sort((a, b) => a - b)
    const top = y
    for (const track of tracks) {
      const height = Math.max(...own.filter((node) => node.track === track).map((node) => sizeOfNode(node).height), 80)
      rows.push({ lane, track, top: y + CHANNEL, height })
      y += height + CHANNEL
    }
    y += CHANNEL
    tops.push({ lane, top, height: y - top })
  }
  return { rows, lanes: tops, height: y }
}

/** Columns from the left: where each begins, and how wide it is. */
export function columnsOf(nodes: readonly BpmnNode[], sizeOfNode: (node: BpmnNode) => Size): Pick<Place, 'x' | 'width'>[] {
  const columns: Pick<Place, 'x' | 'width'>[] = []
  const count = 1 + Math.max(...nodes.map((node) => node.column))
  for (let i = 0, x = 0; i < count; i += 1) {
    const width = Math.max(...nodes.filter((node) => node.column === i).map((node) => sizeOfNode(node).width), 36) + 60
    columns.push({ x, width })
    x += width
  }
  return columns
}
