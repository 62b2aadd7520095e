import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import { drawFlow } from './draw-flow.ts'

/** Enough for every service in every language, twice over; old versions make room for new ones. */
const MOST = 200
const drawn = new Map<string, string>()

/** A service's flow as SVG, drawn once for each definition and language. */
export function flowPicture(t: TFunction, lang: Language, definition: Definition): string {
  const key = `${definition.hash} ${lang}`
  const picture = drawn.get(key) ?? drawFlow(t, lang, definition, null)
  drawn.delete(key)
  drawn.set(key, picture)
  const [oldest] = drawn.keys()
  if (drawn.size > MOST && oldest !== undefined) drawn.delete(oldest)
  return picture
}
