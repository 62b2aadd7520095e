import { directionOf } from '#app/i18n/languages.ts'

import type { FlowGraph } from './block.ts'
import { measures } from './measures.ts'
import { type Manner, placeBlock } from './place-block.ts'
import { type BoxShape, mirrored, moved, type Point, type Shape } from './shape.ts'

/** A phone shows two boxes side by side. */
const COLUMNS = 2

export type Picture = { width: number; height: number; shapes: readonly Shape[] }

/** The whole picture: the flow, below it the way of an appeal. Ways stand first: boxes are drawn over them. */
export function placeGraph(manner: Manner, { flow, appeal }: FlowGraph): Picture {
  const parts = [flow, ...(appeal ? [appeal] : [])].map((part) => placeBlock(manner, part, COLUMNS))
  const margin = 2
  const width = Math.max(...parts.map((part) => part.width))
  const shapes: Shape[] = []
  let y = margin
  for (const part of parts) {
    shapes.push(...part.shapes.map((shape) => moved(shape, margin + (width - part.width) / 2, y)))
    y += part.height + 2 * measures.drop
  }
  const whole = width + 2 * margin
  const all = [...shapes, ...afterWays(shapes)]
  const turned = directionOf(manner.lang) === 'rtl' ? all.map((shape) => mirrored(shape, whole)) : all
  const order = (shape: Shape) => (shape.shape === 'frame' ? 0 : shape.shape === 'way' ? 1 : 2)
  return { width: whole, height: y - 2 * measures.drop + margin, shapes: turned.toSorted((a, b) => order(a) - order(b)) }
}

/** From each step to those of other branches that wait for it. */
function afterWays(shapes: readonly Shape[]): Shape[] {
  const boxes = shapes.filter((shape) => shape.shape === 'box')
  return boxes.flatMap((box) =>
    box.after.flatMap((name) => {
      const first = boxes.find((other) => other.node.name === name)
      return first ? [{ shape: 'way' as const, points: between(first, box), arrow: true, dotted: true }] : []
    }),
  )
}

/** Side to side where they stand in one row, else from bottom to top. */
function between(from: BoxShape, to: BoxShape): Point[] {
  const middle = (box: BoxShape): Point => [box.x + box.width / 2, box.y + box.height / 2]
  const [[fromX, fromY], [toX, toY]] = [middle(from), middle(to)]
  if (from.y < to.y + to.height && to.y < from.y + from.height) return fromX < toX ? [[from.x + from.width, fromY], [to.x, toY]] : [[from.x, fromY], [to.x + to.width, toY]]
  return fromY < toY ? [[fromX, from.y + from.height], [toX, to.y]] : [[fromX, from.y], [toX, to.y + to.height]]
}
