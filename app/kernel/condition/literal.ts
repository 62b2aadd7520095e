import { isIsoDate } from '#app/kernel/clock/iso-date.ts'
import { decimalOfText, decimalText, MAX_DIGITS } from './decimal.ts'
import { type Literal, type Place } from './syntax.ts'
import { problemAt, type ConditionProblem } from './problem.ts'

/** A literal, or the problem in its place. */
export type LiteralResult = { ok: true; literal: Literal } | { ok: false; problem: ConditionProblem }

/** Text of a number literal, sign included ('-01.50'). Problem: bad_number for an exponent or more than 34 digits. */
export function numberLiteral(text: string, place: Place): LiteralResult {
  const decimal = decimalOfText(text.replace(/^(-?)\./, '$10.'))
  if (decimal === null) return { ok: false, problem: problemAt('bad_number', place, { found: text.slice(0, 40), maxDigits: MAX_DIGITS }) }
  return { ok: true, literal: { kind: 'number', text: decimalText(decimal), ...place } }
}

/** Text of date("…") without its quotes. Problem: bad_date unless it is a day of the calendar. */
export function dateLiteral(text: string, place: Place): LiteralResult {
  if (!isIsoDate(text)) return { ok: false, problem: problemAt('bad_date', place, { found: text.slice(0, 40) }) }
  return { ok: true, literal: { kind: 'date', value: text, ...place } }
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(.?))/gs
const PLAIN_ESCAPES: ReadonlyMap<string, string> = new Map([['"', '"'], ["'", "'"], ['\\', '\\'], ['n', '\n'], ['r', '\r'], ['t', '\t']])

/** What a FEEL string literal, quotes included, means. Null for an escape FEEL does not know. */
export function unescapeText(quoted: string): string | null {
  let known = true
  const text = quoted.slice(1, -1).replace(ESCAPE, (_all, short?: string, long?: string, plain?: string) => {
    const codePoint = parseInt(short ?? long ?? '', 16)
    const meant = plain === undefined ? codePointText(codePoint) : PLAIN_ESCAPES.get(plain)
    known &&= meant !== undefined
    return meant ?? ''
  })
  return known ? text : null
}

const codePointText = (codePoint: number): string | undefined => (codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : undefined)

const MUST_ESCAPE = /["\\\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Text as a FEEL string literal; quotes, backslashes and characters nobody sees are escaped. */
export function quoteText(text: string): string {
  const escaped = text.replace(MUST_ESCAPE, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`
    const hex = (character.codePointAt(0) ?? 0).toString(16)
    return hex.length <= 4 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(6, '0')}`
  })
  return `"${escaped}"`
}
