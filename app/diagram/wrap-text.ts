import type { Language } from '#app/i18n/languages.ts'

/** Usual widths in parts of the font's size, a little generous: no font is at hand where pictures are made. */
const WIDTHS: readonly [RegExp, number][] = [
  [/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u, 1],
  [/\p{Script=Arabic}/u, 0.54],
  [/[\p{Mn}\p{Cf}]/u, 0],
  [/[ijlft.,:;'’|()[\]!]/, 0.36],
  [/[mwMW—…]/, 0.88],
  [/[\s\-r]/, 0.4],
  [/\p{Lu}/u, 0.72],
]
const OTHERWISE = 0.62

/** About how wide a text is, in the units of `size`. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((width, character) => width + size * (WIDTHS.find(([pattern]) => pattern.test(character))?.[1] ?? OTHERWISE), 0)

/**
 * A text in lines no wider than `width` (in the units of `size`), broken where the language breaks words. A word that is
 * wider than a line is broken within, so that nothing runs out of its box.
 */
export function wrapText(text: string, width: number, size: number, lang: Language): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text, lang).flatMap((one) => (textWidth(one, size) > width ? [...one] : [one]))) {
    if (textWidth((line + piece).trimEnd(), size) > width && line !== '') {
      lines.push(line.trim())
      line = piece.trimStart()
    } else line += piece
  }
  return [...lines, line.trim()].filter((one) => one !== '')
}

/** Words with the marks and spaces that must stay on their line; an opening mark stays with the word behind it. */
function piecesOf(text: string, lang: Language): string[] {
  const pieces: string[] = []
  for (const { segment, isWordLike } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)) {
    const last = pieces.at(-1)
    const joins = last !== undefined && (!isWordLike ? !/[\p{Ps}\p{Pi}]/u.test(segment) : /(^|[^\s])[\p{Ps}\p{Pi}'’\-]$/u.test(last) || /^[\p{Ps}\p{Pi}]$/u.test(last))
    if (joins) pieces[pieces.length - 1] = last + segment
    else pieces.push(segment)
  }
  return pieces
}
