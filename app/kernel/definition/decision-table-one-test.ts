import { checkCondition } from '#app/kernel/condition/check.ts'
import { describeConditionProblem } from '#app/kernel/condition/describe.ts'
import { namesIn } from '#app/kernel/condition/names.ts'
import { parseCondition } from '#app/kernel/condition/parse.ts'
import { type ConditionProblem } from '#app/kernel/condition/problem.ts'
import { type Expression } from '#app/kernel/condition/syntax.ts'
import { type ValueTypes } from '#app/kernel/condition/value-type.ts'

import { type Piece } from './decision-table-split.ts'

/** What is wrong with a cell; `offset` counts from its beginning. */
export type CellProblem = { offset: number; message: string }
export type TestRead = { condition: Expression; problem: null } | { condition: null; problem: CellProblem }

const COMPARES = /^(?:[<>]=?|!?=)/

/**
 * One alternative of a cell as a condition on its column: `> 5` is `column > 5`, `[1..5]` is `column in [1..5]`.
 * It is read with the column's name before it; whatever then is more than one comparison with constants is refused.
 */
export function readTest(column: string, piece: Piece, types: ValueTypes): TestRead {
  const compares = COMPARES.test(piece.text)
  const before = compares ? `${column} ` : `${column} in (`
  const place = (from: number): number => piece.offset + Math.min(Math.max(0, from - before.length), piece.text.length)
  const fail = (from: number, message: string): TestRead => ({ condition: null, problem: { offset: place(from), message } })
  if (piece.text === '') return fail(0, 'a value is missing here: write one, or "-" for any value')
  const parsed = parseCondition(`${before}${piece.text}${compares ? '' : ')'}`)
  if (!parsed.ok) return fail(parsed.problem.from, sentence(parsed.problem))
  const { condition } = parsed
  if (!isOneTest(condition, column)) return fail(before.length, `"${shown(piece.text)}" is more than one test: write one value, range or comparison, or several with commas between`)
  const [name] = namesIn({ ...condition, kind: 'or', parts: constantsOf(condition) })
  if (name !== undefined) return fail(before.length, quoted(name))
  const [problem] = checkCondition(condition, types)
  return problem ? fail(problem.from, describeConditionProblem(problem)) : { condition, problem: null }
}

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

const quoted = (words: string): string => `"${words}" is read as a name, and a cell holds only constants: write a text in quotes, as '"${words}"'`

function sentence(problem: ConditionProblem): string {
  if (problem.code === 'unsupported' && problem.params.feature === 'spaced_name') return quoted(problem.params.found)
  if (problem.code !== 'syntax') return describeConditionProblem(problem)
  return `this can't be read${problem.params.found === '' ? '' : ` from "${problem.params.found}" on`}: write a value, a range such as [1..5], a comparison such as > 5, or several with commas between`
}

/** What the column is compared with. */
function constantsOf(condition: Expression): Expression[] {
  if (condition.kind === 'compare') return [condition.right]
  if (condition.kind !== 'in') return []
  return condition.tests.flatMap((test) => (test.kind === 'value' ? [test.value] : [test.low, test.high]))
}

function isOneTest(condition: Expression, column: string): boolean {
  if (condition.kind === 'compare') return isColumn(condition.left, column)
  return condition.kind === 'in' && condition.tests.length === 1 && isColumn(condition.operand, column)
}

const isColumn = (part: Expression, column: string): boolean => part.kind === 'name' && part.name === column
