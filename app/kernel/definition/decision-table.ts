import { type CompiledCondition, compileCondition, holds } from '#app/kernel/condition/compile.ts'
import { soundCondition } from '#app/kernel/condition/sound-condition.ts'
import { type Scalar, type Values, type ValueType, type ValueTypes } from '#app/kernel/condition/value-type.ts'

import { readRow } from './decision-table-row.ts'
import { type TableSource } from './decision-table-schema.ts'
import { type DefinitionProblem, hint, type Path } from './definition-problem.ts'

/** A row of a decision table (DMN, hit policy unique): when the condition holds, the table gives this. */
export type TableRow = { when: string; gives: Scalar }

/**
 * Reads a table of tables.yaml.
 * @param raw of the form of `tableSchema`  @param path of the table in its file  @param types of every name it may read
 * @param gives what its rows may give
 * @returns the rows, none if there is any problem; problems stand at their cells. That exactly one row holds is not
 * looked at here: see `proveTable`.
 */
export function readTable(raw: TableSource, path: Path, types: ValueTypes, gives: ValueType): { rows: TableRow[]; problems: DefinitionProblem[] } {
  const unread = raw.reads.flatMap((name, i) => readProblem(name, [...path, 'reads', i], raw.reads.indexOf(name) < i, types))
  const known = { reads: raw.reads, sound: raw.reads.filter((name) => Object.hasOwn(types, name)), types, gives }
  const rows = raw.rows.map((row, i) => readRow(row, [...path, 'rows', i], known))
  const problems = [...unread, ...rows.flatMap((row) => row.problems)]
  return { rows: problems.length > 0 ? [] : rows.flatMap(({ row }) => row ?? []), problems }
}

function readProblem(name: string, path: Path, repeated: boolean, types: ValueTypes): DefinitionProblem[] {
  if (repeated) return [{ code: 'duplicate_name', path, message: `"${name}" is read twice: take one out` }]
  if (name === 'gives') return [{ code: 'shape', path, message: '"gives" is the result of a row and can not be a column: rename the value' }]
  if (Object.hasOwn(types, name)) return []
  return [{ code: 'unknown_name', path, message: `there is no value "${name}" in this service${hint(name, Object.keys(types))}` }]
}

const compiled = new WeakMap<readonly TableRow[], readonly CompiledCondition[]>()

/** What a checked table gives for these values: of the row that holds; null if none does. Compiled at first use, then kept. */
export function tableValue(rows: readonly TableRow[], types: ValueTypes, values: Values): Scalar {
  const conditions = compiled.get(rows) ?? rows.map(({ when }) => compileCondition(soundCondition(when), types))
  compiled.set(rows, conditions)
  return rows[conditions.findIndex((condition) => holds(condition, values))]?.gives ?? null
}
