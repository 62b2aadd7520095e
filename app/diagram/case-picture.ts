import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import { drawFlow } from './draw-flow.ts'
import { keptPictures } from './kept-pictures.ts'
import { type Mark, marks } from './mark.ts'
import { markCase } from './mark-case.ts'

/** A picture of where a case stands, and which marks are in it. */
export type CasePicture = { svg: string; marks: readonly Mark[] }

/** Cases stand at few places: laying out their picture was a seventh of a case's time. */
const MOST = 500
const kept = keptPictures(MOST)

/** The way of an appeal is drawn once somebody has appealed. Cases that stand alike have one picture: nothing in it is anybody's. */
export function casePicture(t: TFunction, lang: Language, definition: Definition, state: CaseState): CasePicture {
  const where = markCase(definition, state)
  const found = new Set(where.values())
  const isAppealed = state.appealedAt !== null
  const key = [definition.hash, lang, isAppealed, ...where.values()].join(' ')
  const svg = kept(key, () => drawFlow(t, lang, isAppealed ? definition : { ...definition, appeal: null }, where))
  return { svg, marks: marks.filter((mark) => found.has(mark)) }
}
