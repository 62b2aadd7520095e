import type { FlowNode } from '#app/kernel/definition/definition.ts'

import { drawLine, round } from './draw-words.ts'
import type { Mark } from './mark.ts'
import { markIcon } from './mark-icon.ts'
import { measures } from './measures.ts'
import { textWidth } from './wrap-text.ts'

/** A mark with its word; `fromRight` where the language is written so. */
export type Marked = { mark: Mark; word: string; fromRight: boolean }

/** Where a case stands at a node; null where nothing is marked. */
export type MarkOf = (node: FlowNode) => Marked | null

/** The sign and, behind it, its word, on a line of their own. */
export function drawMark(marked: Marked | null, middle: number, top: number): string {
  if (!marked) return ''
  const side = marked.fromRight ? -1 : 1
  const word = middle + side * 10
  // Bold: a tenth wider.
  const sign = word - side * (textWidth(marked.word, measures.detail * 1.1) / 2 + 12)
  return markIcon(marked.mark, round(sign - 8), round(top + 1)) + drawLine('word', marked.word, word, top + measures.detailLine * 0.78)
}
