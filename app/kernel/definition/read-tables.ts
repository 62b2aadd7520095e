import { readTable } from './decision-table.ts'
import { tablesSchema } from './decision-table-schema.ts'
import { conditionTypes, valueType } from './condition-of.ts'
import type { DataField, Definition } from './definition.ts'
import { type DefinitionProblem, hint } from './definition-problem.ts'
import { shape } from './shape.ts'

/**
 * Gives every field that names a decision table its rows, from what tables.yaml holds. Problems found in that file are
 * marked `file: 'tables'`.
 */
export function readTables(fields: readonly DataField[], raw: unknown, flow: Pick<Definition, 'flow' | 'appeal'>): { fields: DataField[]; problems: DefinitionProblem[] } {
  const wanted = fields.filter((field) => field.kind === 'table')
  if (wanted.length === 0 && raw === null) return { fields: [...fields], problems: [] }
  const read = shape(tablesSchema, raw ?? { tables: {} }, [])
  if (!read.value) return { fields: [...fields], problems: read.problems.map(inTables) }
  const { tables } = read.value
  const types = conditionTypes({ ...flow, data: Object.fromEntries(fields.map((field) => [field.name, field])) })
  const problems: DefinitionProblem[] = unused(tables, wanted.map((field) => field.table))
  const filled = fields.map((field): DataField => {
    if (field.kind !== 'table') return field
    const name = field.table
    const table = Object.hasOwn(tables, name) ? tables[name] : undefined
    if (!table) {
      problems.push({ code: 'unknown_name', path: ['data', field.name, 'table'], message: `there is no table "${name}" in tables.yaml${hint(name, Object.keys(tables))}` })
      return field
    }
    const { rows, problems: found } = readTable(table, ['tables', name], types, valueType(field.type))
    problems.push(...found.map(inTables))
    return { ...field, rows }
  })
  return { fields: filled, problems }
}

const inTables = (problem: DefinitionProblem): DefinitionProblem => ({ ...problem, file: 'tables' })

function unused(tables: Readonly<Record<string, unknown>>, wanted: readonly string[]): DefinitionProblem[] {
  return Object.keys(tables)
    .filter((name) => !wanted.includes(name))
    .map((name) => inTables({ code: 'unknown_name', path: ['tables', name], atKey: true, message: `no value in service.yaml says table: ${name}` }))
}
