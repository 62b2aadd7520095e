import type { Language } from '#app/i18n/languages.ts'

import type { EndBlock, StartBlock, StepBlock } from './block.ts'
import { measures } from './measures.ts'
import type { Placed, Shape } from './shape.ts'
import { wrapText } from './wrap-text.ts'

/** A line for the mark of a case is kept free where `marked`. */
export function placeStep(lang: Language, block: StepBlock, marked: boolean): Placed {
  const { box, padding, title, titleLine, detail, detailLine } = measures
  const titles = wrapText(block.title, box - 2 * padding, title, lang)
  const details = block.details.flatMap((text) => wrapText(text, box - 2 * padding, detail, lang))
  const height = 2 * padding + titles.length * titleLine + (details.length + Number(marked)) * detailLine
  const shape: Shape = { shape: 'box', node: block.node, perhaps: block.perhaps, after: block.after, titles, details, x: 0, y: 0, width: box, height }
  return { width: box, height, enter: box / 2, leave: box / 2, shapes: [shape] }
}

export function placePill(lang: Language, block: StartBlock | EndBlock, marked: boolean): Placed {
  const { box, padding, title, titleLine, detailLine, pill } = measures
  const titles = wrapText(block.title, box - 4 * padding, title, lang)
  const node = block.block === 'end' ? block.node : null
  const height = Math.max(pill, 1.5 * padding + titles.length * titleLine) + (marked && node ? detailLine : 0)
  const shape: Shape = { shape: 'pill', node, titles, x: 0, y: 0, width: box, height }
  return { width: box, height, enter: box / 2, leave: node ? null : box / 2, shapes: [shape] }
}
