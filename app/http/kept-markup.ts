/** Pieces of a generation: two of them are some 20 MB of rows. */
const MOST = 10_000
/** Ms. What somebody's name stands in is not kept for long after it was shown for the last time. */
const GENERATION_MS = 10 * 60_000

/**
 * Keeps pieces of pages that were rendered, by all that they were rendered of, so that one is never shown for another. A piece that was
 * not asked for during one generation is dropped with the next.
 * @param key everything that the markup says, and nothing that it doesn't
 */
export function keptMarkup(now: () => number): (key: string, render: () => string) => string {
  let young = new Map<string, string>()
  let old: ReadonlyMap<string, string> = new Map()
  let since = now()
  return (key, render) => {
    if (young.size >= MOST || now() - since >= GENERATION_MS) {
      old = young
      young = new Map()
      since = now()
    }
    const known = young.get(key)
    if (known !== undefined) return known
    const markup = old.get(key) ?? render()
    young.set(key, markup)
    return markup
  }
}
