import type { Unhashed } from './check-definition.ts'
import { unknown } from './check-names.ts'
import type { DataField } from './definition.ts'
import type { DefinitionProblem, DefinitionProblemCode, Path } from './definition-problem.ts'
import { allNodes, nodesOf } from './nodes.ts'

/** Data names that other data name exist and are of the right kind. */
export function checkFields(definition: Unhashed): DefinitionProblem[] {
  return Object.values(definition.data).flatMap((field) => {
    const path = ['data', field.name]
    const own = field.kind === 'record' ? [...pickedWith(definition, field, path), ...holder(definition, field, path)] : []
    const promises = field.kind === 'record' || field.kind === 'question' ? [...promised(definition, field, path), ...owed(definition, field, path)] : []
    return [...own, ...promises, ...items(definition, field, path)]
  })
}

const problem = (code: DefinitionProblemCode, path: Path, message: string): DefinitionProblem[] => [{ code, path, message }]

function pickedWith(definition: Unhashed, field: DataField & { kind: 'record' }, path: Path): DefinitionProblem[] {
  if (field.with === null) return []
  const other = definition.data[field.with]
  if (!other) return [unknown('unknown_name', [...path, 'with'], 'data name', field.with, Object.keys(definition.data))]
  const sameEntity = other.kind === 'record' && other.pick && other.register === field.register && other.entity === field.entity
  return sameEntity ? [] : problem('field_source', [...path, 'with'], `"${field.with}" must be a "pick: one" from ${field.register}.${field.entity}`)
}

/** Whose record it is must be known from a register: nobody reads a stranger's record by typing their number. */
function holder(definition: Unhashed, field: DataField & { kind: 'record' }, path: Path): DefinitionProblem[] {
  if (field.holder === null) return []
  const other = definition.data[field.holder]
  if (!other) return [unknown('unknown_name', [...path, 'holder'], 'data name', field.holder, Object.keys(definition.data))]
  if (leadsBack(definition, field.name)) return problem('field_source', [...path, 'holder'], `"${field.name}" would be held on somebody whom it names itself, perhaps through others: begin with a value of the applicant's own`)
  if (other.kind === 'desk' || (other.kind === 'record' && !other.editable)) return []
  return problem('field_source', [...path, 'holder'], `"${field.holder}" must come from a register or a desk, not from the applicant: otherwise anybody's record could be read`)
}

function leadsBack(definition: Unhashed, name: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = name; at !== null && !seen.has(at); ) {
    seen.add(at)
    const field: DataField | undefined = definition.data[at]
    at = field?.kind === 'record' ? field.holder : null
    if (at === name) return true
  }
  return false
}

type Given = DataField & { kind: 'record' | 'question' }

function promised(definition: Unhashed, field: Given, path: Path): DefinitionProblem[] {
  if (field.promisable === null) return []
  if (field.tolerable) return problem('promise', path, `"${field.name}" is either promised (promisable) or brought later (tolerable), not both`)
  const tasks = nodesOf(definition).flatMap((node) => (node.node === 'task' ? [node.name] : []))
  return tasks.includes(field.promisable) ? [] : [unknown('unknown_name', [...path, 'promisable'], 'task', field.promisable, tasks)]
}

function owed(definition: Unhashed, field: Given, path: Path): DefinitionProblem[] {
  if (!field.tolerable) return []
  const waits = allNodes(definition.flow).some((node) => node.node === 'wait' && node.awaits.what === 'materials')
  return waits ? [] : problem('owed', [...path, 'tolerable'], `by when must "${field.name}" be there? add a step  wait: …, for: materials, within: …, else: lapsed`)
}

function items(definition: Unhashed, field: DataField, path: Path): DefinitionProblem[] {
  if (field.each === null) return []
  const eaches = allNodes(definition.flow).flatMap((node) => (node.node === 'each' ? [node.name] : []))
  if (field.items === null) return [unknown('unknown_name', [...path, 'each'], 'each', field.each, eaches)]
  if (field.kind === 'table') return problem('each', path, 'a table stands once for the case: only records, questions and what desks set can stand for each item')
  const whose = field.kind === 'record' ? (field.pick ? 'pick' : field.with !== null ? 'with' : field.holder !== null ? 'holder' : null) : null
  return whose === null ? [] : problem('each', [...path, whose], `"${field.name}" stands for each item, one record each: leave out ${whose}:`)
}
