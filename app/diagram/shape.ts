import type { EndNode } from '#app/kernel/definition/definition.ts'

import type { StepNode } from './block.ts'

/** What a picture is drawn from: places in px at a font size of 16, from the top left corner. */
export type Shape = BoxShape | PillShape | FrameShape | DiamondShape | WordsShape | WayShape

type Place = { x: number; y: number; width: number; height: number }
/** Lines of text; `title` ones are larger. */
export type Words = { titles: readonly string[]; details: readonly string[] }

export type BoxShape = Place & Words & { shape: 'box'; node: StepNode; perhaps: boolean; after: readonly string[] }
export type PillShape = Place & { shape: 'pill'; node: EndNode | null; titles: readonly string[] }
export type FrameShape = Place & { shape: 'frame'; frame: 'stage' | 'parallel' | 'each'; titles: readonly string[]; notes: readonly string[] }
export type DiamondShape = Place & { shape: 'diamond' }
export type WordsShape = Place & { shape: 'words'; lines: readonly string[] }
export type WayShape = { shape: 'way'; points: readonly Point[]; arrow: boolean; dotted: boolean }
export type Point = readonly [x: number, y: number]

/** A block with its shapes, its size, and where the way comes in (top) and leaves (bottom; null: it ends within). */
export type Placed = { width: number; height: number; enter: number; leave: number | null; shapes: readonly Shape[] }

/** The shape elsewhere. */
export function moved(shape: Shape, dx: number, dy: number): Shape {
  if (shape.shape === 'way') return { ...shape, points: shape.points.map(([x, y]) => [x + dx, y + dy]) }
  return { ...shape, x: shape.x + dx, y: shape.y + dy }
}

/** The shape as a mirror standing at `width` shows it, for languages written from the right. */
export function mirrored(shape: Shape, width: number): Shape {
  if (shape.shape === 'way') return { ...shape, points: shape.points.map(([x, y]) => [width - x, y]) }
  return { ...shape, x: width - shape.x - shape.width }
}

export const way = (points: readonly Point[], arrow: boolean): WayShape => ({ shape: 'way', points, arrow, dotted: false })
