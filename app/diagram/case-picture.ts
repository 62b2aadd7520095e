import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import { drawFlow } from './draw-flow.ts'
import { type Mark, marks } from './mark.ts'
import { markCase } from './mark-case.ts'

/** A picture of where a case stands, and which marks are in it. */
export type CasePicture = { svg: string; marks: readonly Mark[] }

/** The way of an appeal is drawn once somebody has appealed. */
export function casePicture(t: TFunction, lang: Language, definition: Definition, state: CaseState): CasePicture {
  const where = markCase(definition, state)
  const found = new Set(where.values())
  const drawn = state.appealedAt === null ? { ...definition, appeal: null } : definition
  return { svg: drawFlow(t, lang, drawn, where), marks: marks.filter((mark) => found.has(mark)) }
}
