import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { type FileProblem, inFile } from '#app/catalogue/file-problem.ts'
import { parseYaml } from '#app/catalogue/yaml-file.ts'
import { checkCondition } from '#app/kernel/condition/check.ts'
import { compileCondition } from '#app/kernel/condition/compile.ts'
import { describeConditionProblem } from '#app/kernel/condition/describe.ts'
import { parseCondition } from '#app/kernel/condition/parse.ts'
import type { ValueTypes } from '#app/kernel/condition/value-type.ts'
import { readDefinition } from '#app/kernel/definition/read-definition.ts'
import { serviceKey, type Surroundings } from '#app/kernel/definition/surroundings.ts'
import { prove } from '#app/kernel/proof/prove.ts'

import type { Hostile } from './hostile.ts'

/** What a hostile thing came to: refused with problems, or read (null: without any). */
export type Endured = { problems: readonly Pick<FileProblem, 'line' | 'column' | 'message'>[] }

const TYPES: ValueTypes = { a: { kind: 'number' }, b: { kind: 'text', oneOf: ['x'] }, c: { kind: 'boolean' }, d: { kind: 'date' } }

/** Feeds a hostile thing through all that reads it before it could go live. */
export function endure(hostile: Hostile, catalogue: Catalogue): Endured {
  if ('condition' in hostile) return { problems: conditionProblems(hostile.condition) }
  const file = parseYaml(hostile.definition, 'service.yaml')
  if (!file.ok) return file
  const tables = hostile.tables === undefined ? null : parseYaml(hostile.tables, 'tables.yaml')
  if (tables && !tables.ok) return tables
  const services = Object.values(catalogue.services).map((definition) => {
    const { worst, office } = catalogue.proofs[definition.hash] ?? { worst: { trips: 0, siteVisits: 0, returns: 0, workingDays: 0 }, office: undefined }
    return [serviceKey(definition.service, definition.version), { definition, worst, office }] as const
  })
  const surroundings = { ...catalogue, services: Object.fromEntries(services) } as Surroundings
  const read = readDefinition(file.file.value, surroundings, tables?.file.value ?? null)
  const found = read.ok ? prove(read.definition, read.places, surroundings, catalogue.calendar).problems : read.problems
  return { problems: found.map((problem) => inFile(problem.file === 'tables' && tables ? tables.file : file.file, problem)) }
}

function conditionProblems(source: string): Endured['problems'] {
  const parsed = parseCondition(source)
  const found = parsed.ok ? checkCondition(parsed.condition, TYPES) : [parsed.problem]
  if (parsed.ok) compileCondition(parsed.condition, TYPES)({ a: 1, b: 'x', c: true, d: '2026-01-01' })
  return found.map((problem) => ({ line: 1, column: problem.from + 1, message: describeConditionProblem(problem) }))
}
