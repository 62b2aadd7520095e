import { difference, type Look, lookAt, shows } from './look.ts'
import { asKept } from './strings.ts'

/** What was tried and what went wrong, for one test file. */
export type Tally = { strings: Set<string>; fields: Set<string>; pages: number; wrongs: string[] }

export const newTally = (): Tally => ({ strings: new Set(), fields: new Set(), pages: 0, wrongs: [] })

/**
 * Looks closely at a page that says these texts: no element or attribute came of them, each stands there as it is kept (or, in a field, as it was sent), and none
 * that has a `<` stands in the source as it is.
 * @param harmless the same page with harmless texts
 */
export function checkPage(tally: Tally, field: string, html: string, harmless: Look, texts: readonly string[]): void {
  const look = lookAt(html)
  tally.pages += 1
  const apart = difference(look.shape, harmless.shape)
  if (apart !== null) tally.wrongs.push(`${field}: ${apart}, among ${JSON.stringify(texts).slice(0, 300)}`)
  for (const text of texts) {
    tally.strings.add(text)
    if (!shows(look, asKept(text)) && !shows(look, text)) tally.wrongs.push(`${field}: does not show ${JSON.stringify(text)}`)
    if (/<[a-z/!]/i.test(text) && html.includes(text)) tally.wrongs.push(`${field}: has in its source ${JSON.stringify(text)}`)
  }
  tally.fields.add(field)
}

/** What went wrong until now, said once: the next test begins anew. */
export const takeWrongs = (tally: Tally): string[] => tally.wrongs.splice(0)

/** In groups of so many. */
export const inGroups = <T>(all: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
