/** A piece of a cell, and where in the cell it begins. */
export type Piece = { text: string; offset: number }

const OPEN = '([{'
const CLOSE = ')]}'

/** The cell's alternatives: what stands between commas, those in texts and brackets aside. Blanks around them are left out. */
export function splitTests(text: string, offset = 0): Piece[] {
  const ends = [...commas(text), text.length]
  return ends.map((end, index) => {
    const from = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1
    const piece = text.slice(from, end)
    return { text: piece.trim(), offset: offset + from + (piece.length - piece.trimStart().length) }
  })
}

const NOT = /^(\s*not\s*\()(.*)\)\s*$/s

/** What stands in `not(…)`; null for a cell that is not of this form. */
export function insideNot(text: string): Piece | null {
  const [, before = '', inner] = NOT.exec(text) ?? []
  return inner === undefined || splitTests(text).length > 1 ? null : { text: inner, offset: before.length }
}

function commas(text: string): number[] {
  const found: number[] = []
  let depth = 0
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index)
    if (quoted && character === '\\') index += 1
    else if (character === '"') quoted = !quoted
    else if (!quoted && OPEN.includes(character)) depth += 1
    else if (!quoted && CLOSE.includes(character)) depth -= 1
    else if (!quoted && depth === 0 && character === ',') found.push(index)
  }
  return found
}
