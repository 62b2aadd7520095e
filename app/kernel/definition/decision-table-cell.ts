import { decimalOfNumber, decimalText } from '#app/kernel/condition/decimal.ts'
import { MAX_LENGTH } from '#app/kernel/condition/parse.ts'
import { type Expression, type Place, type Test } from '#app/kernel/condition/syntax.ts'
import { type Scalar, type ValueTypes } from '#app/kernel/condition/value-type.ts'

import { type CellProblem, readTest } from './decision-table-one-test.ts'
import { insideNot, splitTests } from './decision-table-split.ts'

/** `condition: null` without problems: any value will do. */
export type CellRead = { condition: Expression | null; problems: CellProblem[] }

const NOWHERE: Place = { from: 0, to: 0 }
const refused = (message: string): CellRead => ({ condition: null, problems: [{ offset: 0, message }] })

/** A cell as a condition on its column: a FEEL unary test as text, or a number or true/false as YAML has it. */
export function readCell(column: string, cell: Scalar, types: ValueTypes): CellRead {
  if (cell === null) return refused(`nothing stands here: write "-" for any value, or 'null' in quotes for a value that is not given`)
  const text = cellText(cell)
  if (text === null) return refused('this is not a number a cell can hold')
  if (text.length > MAX_LENGTH) return refused(`the cell has ${text.length} characters: split the row, at most ${MAX_LENGTH} can be read`)
  if (text.trim() === '-') return { condition: null, problems: [] }
  const inner = insideNot(text)
  const reads = (inner ? splitTests(inner.text, inner.offset) : splitTests(text)).map((piece) => readTest(column, piece, types))
  const problems = reads.flatMap(({ problem }) => problem ?? [])
  if (problems.length > 0) return { condition: null, problems }
  const condition = anyOf(column, reads.flatMap((read) => read.condition ?? []))
  return { condition: inner ? { kind: 'not', operand: condition, ...NOWHERE } : condition, problems: [] }
}

function cellText(cell: string | number | boolean): string | null {
  if (typeof cell !== 'number') return String(cell)
  const decimal = decimalOfNumber(cell)
  return decimal === null ? null : decimalText(decimal)
}

/** The alternatives as one condition, as short as it can be written: `in` for values and ranges, `or` for comparisons. */
function anyOf(column: string, conditions: readonly Expression[]): Expression {
  const tests = conditions.flatMap((condition) => (condition.kind === 'in' ? condition.tests : []))
  const compared = conditions.filter((condition) => condition.kind !== 'in')
  const parts = [...(tests.length > 0 ? [oneOf({ kind: 'name', name: column, ...NOWHERE }, tests)] : []), ...compared]
  const [first] = parts
  return first && parts.length === 1 ? first : { kind: 'or', parts, ...NOWHERE }
}

function oneOf(operand: Expression, tests: readonly Test[]): Expression {
  const [first] = tests
  if (first?.kind === 'value' && tests.length === 1) return { kind: 'compare', operator: '=', left: operand, right: first.value, ...NOWHERE }
  return { kind: 'in', operand, tests, ...NOWHERE }
}
