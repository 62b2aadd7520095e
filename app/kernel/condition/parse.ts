import { parser } from 'lezer-feel'
import { convert, type Reader, type TreeNode } from './convert.ts'
import { type Expression } from './syntax.ts'
import { problemAt, quote, type ConditionProblem } from './problem.ts'

export const MAX_LENGTH = 1000

/** Control, format and bidirectional characters: what could make a condition read otherwise than it acts. */
const HIDDEN = /[^\P{Cc}\t\n\r]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/**
 * Reads a FEEL condition into a tree.
 * @param source at most 1000 characters; anything may be passed, this never throws.
 * @returns the tree with offsets into the source, or the first problem: too_long, hidden_character, syntax, unsupported,
 * too_deep, bad_date or bad_number. Names and types are checkCondition's business.
 * The language: S-FEEL of DMN 1.4 (chapter 9) with and, or, not.
 */
export function parseCondition(source: string): Parsed {
  const known = parsed.get(source)
  if (known) return known
  // A definition's conditions are asked for again and again while it is checked and proved.
  if (parsed.size >= MOST_KEPT) parsed.clear()
  const read = readCondition(source)
  if (source.length <= MAX_LENGTH) parsed.set(source, read)
  return read
}

type Parsed = { ok: true; condition: Expression } | { ok: false; problem: ConditionProblem }

const MOST_KEPT = 2_000
const parsed = new Map<string, Parsed>()

function readCondition(source: string): Parsed {
  const refused = refuseSource(source)
  if (refused) return { ok: false, problem: refused }
  const tree = parser.parse(source)
  const broken = firstError(tree.topNode, source)
  if (broken) return { ok: false, problem: broken }
  const reader: Reader = { source, problems: [] }
  const condition = convert(reader, tree.topNode, 0)
  const [problem] = reader.problems
  return problem ? { ok: false, problem } : { ok: true, condition }
}

function refuseSource(source: string): ConditionProblem | null {
  if (source.length > MAX_LENGTH) {
    return problemAt('too_long', { from: MAX_LENGTH, to: source.length }, { length: source.length, max: MAX_LENGTH })
  }
  const hidden = HIDDEN.exec(source)
  if (!hidden) return null
  const place = { from: hidden.index, to: hidden.index + hidden[0].length }
  const hex = (hidden[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return problemAt('hidden_character', place, { codePoint: `U+${hex}` })
}

/** The parser recovers from anything; where it had to, the condition is refused. */
function firstError(top: TreeNode, source: string): ConditionProblem | null {
  let problem: ConditionProblem | null = null
  top.cursor().iterate((node) => {
    if (node.type.isError) problem ??= problemAt('syntax', node, { found: quote(source, node) })
    return problem === null
  })
  return problem
}
