import type { Language } from '#app/i18n/languages.ts'

import type { FrameBlock } from './block.ts'
import { measures } from './measures.ts'
import { moved, type Placed, type Shape } from './shape.ts'
import { wrapText } from './wrap-text.ts'

/** Branches in rows of at most `columns`, with their title above and notes below, in one frame. */
export function placeFrame(lang: Language, block: FrameBlock, branches: readonly Placed[], columns: number): Placed {
  const { padding, title, titleLine, detail, detailLine } = measures
  const grid = placeGrid(branches, columns)
  const titles = wrapText(block.title, grid.width, title, lang)
  const notes = block.notes.flatMap((text) => wrapText(text, grid.width, detail, lang))
  const top = padding + titles.length * titleLine + padding
  const width = grid.width + 2 * padding
  const height = top + grid.height + padding + (notes.length > 0 ? notes.length * detailLine + padding : 0)
  const frame: Shape = { shape: 'frame', frame: block.frame, titles, notes, x: 0, y: 0, width, height }
  return { width, height, enter: width / 2, leave: width / 2, shapes: [frame, ...grid.shapes.map((shape) => moved(shape, padding, top))] }
}

function placeGrid(branches: readonly Placed[], columns: number): Pick<Placed, 'width' | 'height' | 'shapes'> {
  const { gap } = measures
  const cell = Math.max(...branches.map(({ width }) => width))
  const used = Math.min(columns, branches.length)
  const width = used * cell + (used - 1) * gap
  const shapes: Shape[] = []
  let y = 0
  for (let from = 0; from < branches.length; from += used) {
    const row = branches.slice(from, from + used)
    const start = (width - row.length * cell - (row.length - 1) * gap) / 2
    shapes.push(...row.flatMap((branch, i) => branch.shapes.map((shape) => moved(shape, start + i * (cell + gap) + (cell - branch.width) / 2, y))))
    y += Math.max(...row.map(({ height }) => height)) + gap
  }
  return { width, height: y - gap, shapes }
}
