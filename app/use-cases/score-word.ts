const HAN = /^\p{Script=Han}/u

/** Letters a word must have before one may be wrong, and before two may. */
const ONE_TYPO = 4
const TWO_TYPOS = 8

/** How well a folded word is found in a folded text: 4 as a whole word or phrase, down to 0 not at all. */
export function scoreWord(word: string, text: string): number {
  if (HAN.test(word)) return scoreRun(word, text)
  const words: readonly string[] = text.match(/[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? []
  if (words.includes(word)) return 4
  if (words.some((one) => one.startsWith(word))) return 3
  if (word.length > 1 && words.some((one) => one.includes(word))) return 2
  return words.some((one) => isNear(word, one)) ? 1 : 0
}

/** Chinese has no spaces: the run itself, or else as many of its pairs of characters as are there. */
function scoreRun(run: string, text: string): number {
  if (text.includes(run)) return 4
  const characters = [...run]
  const pairs = characters.slice(1).map((character, i) => `${characters[i]}${character}`)
  const found = pairs.filter((pair) => text.includes(pair)).length
  return found === 0 ? 0 : (3 * found) / pairs.length
}

/** The same but for a slip or two, at least as far as the word has been typed. */
function isNear(word: string, other: string): boolean {
  const allowed = word.length >= TWO_TYPOS ? 2 : word.length >= ONE_TYPO ? 1 : 0
  if (allowed === 0 || word[0] !== other[0]) return false
  return Math.min(...lengthsNear(word.length, allowed).map((length) => editDistance(word, other.slice(0, length)))) <= allowed
}

const lengthsNear = (length: number, allowed: number): number[] => Array.from({ length: 2 * allowed + 1 }, (_, i) => length - allowed + i)

/** Letters to add, drop, change, or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const above = rows[i - 1] ?? []
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = swapped ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Infinity
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, swap))
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? Infinity
}
