import type { Language } from '#app/i18n/languages.ts'

import type { Block, ListBlock } from './block.ts'
import { placeChoice } from './place-choice.ts'
import { placeFrame } from './place-frame.ts'
import { placeList } from './place-list.ts'
import { placePill, placeStep } from './place-step.ts'
import type { Placed } from './shape.ts'

export type Manner = {
  lang: Language
  /** Is room kept for the marks of a case? */
  marked: boolean
}

/** Lays a block out from top to bottom. @param columns how many boxes may stand side by side before branches go below one another */
export function placeBlock(manner: Manner, block: Block, columns: number): Placed {
  const { lang, marked } = manner
  switch (block.block) {
    case 'step':
      return placeStep(lang, block, marked)
    case 'start':
    case 'end':
      return placePill(lang, block, marked)
    case 'list':
      return placeList(block.parts.map((part) => placeBlock(manner, part, columns)))
    case 'choice': {
      const each = Math.max(1, Math.floor(columns / block.branches.length))
      return placeChoice(lang, block.branches.map(({ label, part }) => ({ label, placed: placeBlock(manner, part, each) })))
    }
    case 'frame': {
      const inner = block.branches.length > 1 && !block.branches.every(isOneStep) ? 1 : columns
      const placed = block.branches.map((branch) => placeBlock(manner, branch, inner))
      return placeFrame(lang, block, placed, columns)
    }
    default:
      return block satisfies never
  }
}

const isOneStep = ({ parts }: ListBlock): boolean => parts.length === 1 && parts[0]?.block === 'step'
