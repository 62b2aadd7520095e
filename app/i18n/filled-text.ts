/** What goes into a text: words and numbers, by the names that stand in it. */
export type Filling = Readonly<Record<string, string | number>>

/** A text taken apart once: what stands as it is, and between each two of them the name of a value. */
type Parts = { words: readonly string[]; names: readonly string[] }

const VALUE = /\{\{\s*([A-Za-z_]\w*)\s*\}\}/g
/** What i18next reads more into than a value's name: formats, unescaped values, other texts. */
const MORE = /\{\{|\}\}|\$t\(/

/** @returns null for a text that only i18next can fill */
export function partsOf(text: string): Parts | null {
  const names = [...text.matchAll(VALUE)].map(([, name = '']) => name)
  const words = text.replaceAll(VALUE, SEAM).split(SEAM)
  return words.length !== names.length + 1 || words.some((word) => MORE.test(word)) ? null : { words, names }
}

const SEAM = '\u0000'

/** The text with its values, as i18next fills it where nothing is escaped; null when one of them is missing. */
export function fill({ words, names }: Parts, values: Filling): string | null {
  let text = words[0] ?? ''
  for (const [at, name] of names.entries()) {
    const value = values[name]
    if (value === undefined) return null
    text += String(value) + (words[at + 1] ?? '')
  }
  return text
}
