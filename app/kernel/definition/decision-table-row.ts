import { describeConditionProblem } from '#app/kernel/condition/describe.ts'
import { parseCondition } from '#app/kernel/condition/parse.ts'
import { printCondition } from '#app/kernel/condition/print.ts'
import { type Expression } from '#app/kernel/condition/syntax.ts'
import { type ValueType, type ValueTypes } from '#app/kernel/condition/value-type.ts'

import type { TableRow } from './decision-table.ts'
import { readCell } from './decision-table-cell.ts'
import { givesProblem } from './decision-table-gives.ts'
import { type RowSource } from './decision-table-schema.ts'
import { type DefinitionProblem, hint, type Path } from './definition-problem.ts'

/** What a row is read by: all columns, those whose type is known, and the type of what it gives. */
export type Columns = { reads: readonly string[]; sound: readonly string[]; types: ValueTypes; gives: ValueType }

const RESULT = 'gives'

/** A row as one condition: its cells, column after column, joined by and; `true` if any values will do. */
export function readRow(source: RowSource, path: Path, columns: Columns): { row: TableRow | null; problems: DefinitionProblem[] } {
  const wrong = givesProblem(source.gives, columns.gives)
  const cells = columns.sound.filter((column) => column !== RESULT && Object.hasOwn(source, column)).map((column) => readColumn(source, column, path, columns.types))
  const problems = [...strangers(source, path, columns.reads), ...cells.flatMap((cell) => cell.problems)]
  if (wrong !== null) problems.push({ code: 'wrong_type', path: [...path, RESULT], message: wrong })
  if (problems.length > 0) return { row: null, problems }
  const when = rowText(cells.flatMap(({ condition }) => condition ?? []))
  const read = parseCondition(when)
  if (read.ok) return { row: { when, gives: source.gives }, problems: [] }
  return { row: null, problems: [{ code: 'condition', path, message: `the cells of this row make one condition that can not be read. ${describeConditionProblem(read.problem)}` }] }
}

function readColumn(source: RowSource, column: string, row: Path, types: ValueTypes): { condition: Expression | null; problems: DefinitionProblem[] } {
  const { condition, problems } = readCell(column, source[column] ?? null, types)
  return { condition, problems: problems.map(({ offset, message }) => ({ code: 'condition', path: [...row, column], offset, message })) }
}

function strangers(source: RowSource, path: Path, reads: readonly string[]): DefinitionProblem[] {
  const unknown = Object.keys(source).filter((key) => key !== RESULT && !reads.includes(key))
  return unknown.map((key) => ({ code: 'unknown_key', path: [...path, key], atKey: true, message: `"${key}" is not a column: name it under reads${hint(key, reads)}` }))
}

function rowText(conditions: readonly Expression[]): string {
  const [first] = conditions
  if (!first) return 'true'
  return printCondition(conditions.length === 1 ? first : { kind: 'and', parts: conditions, from: 0, to: 0 })
}
