import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import { drawFlow } from './draw-flow.ts'
import { keptPictures } from './kept-pictures.ts'

/** Enough for every service in every language, twice over; old versions make room for new ones. */
const MOST = 200
const kept = keptPictures(MOST)

/** A service's flow as SVG, drawn once for each definition and language. */
export const flowPicture = (t: TFunction, lang: Language, definition: Definition): string => kept(`${definition.hash} ${lang}`, () => drawFlow(t, lang, definition, null))
