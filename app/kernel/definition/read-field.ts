import type { DataField } from './definition.ts'
import { type DefinitionProblem, hint, type Path } from './definition-problem.ts'
import { questionType, type TypeSpec } from './question-type.ts'
import type { FieldSource } from './service-schema.ts'
import type { Concept, Surroundings } from './surroundings.ts'

type Read = { field: DataField | null; problems: DefinitionProblem[] }

const failed = (code: DefinitionProblem['code'], path: Path, message: string): Read => ({ field: null, problems: [{ code, path, message }] })

/**
 * One entry of `data`: a record's value (`from`), a question (`ask`), a value set by a desk (`set_by`) or given by a
 * decision table (`table`, whose rows are read once every name's type is known).
 */
export function readField(name: string, source: FieldSource, surroundings: Surroundings, path: Path): Read {
  const sources = (['from', 'set_by', 'table', 'ask'] as const).filter((key) => source[key] !== undefined && !(key === 'ask' && source.set_by))
  if (sources.length > 1) return failed('field_source', path, `"${name}" has two sources: keep only one of ${sources.join(' and ')}`)
  const unknown = source.seen_by?.find((department) => !Object.hasOwn(surroundings.departments, department))
  if (unknown) return failed('unknown_department', [...path, 'seen_by'], `there is no department "${unknown}"${hint(unknown, Object.keys(surroundings.departments))}`)
  if (source.from) return readRecordField(name, source, source.from, surroundings, path)
  const word = source.ask ?? (source.one_of ? 'choice' : null)
  if (word) return readAsked(name, source, { ...source, word, of: source.of ?? source.one_of }, surroundings, path)
  if (source.table || source.set_by) return readGiven(name, source, surroundings, path)
  return failed('field_source', path, `"${name}" needs a source: from: (a register), ask: (a question), set_by: (a desk) or table: (a decision table)`)
}

const common = (name: string, source: FieldSource) => ({ name, when: source.when ?? null, each: source.each ?? null, items: null })

const material = (source: FieldSource) => ({
  optional: source.optional ?? false,
  seenBy: source.seen_by ?? null,
  promisable: source.promisable ?? null,
  tolerable: source.tolerable ?? false,
})

function readRecordField(name: string, source: FieldSource, from: string, surroundings: Surroundings, path: Path): Read {
  const held = heldConcept(from, surroundings)
  if ('message' in held) return failed('unknown_register', [...path, 'from'], held.message)
  if (source.each !== undefined && !held.many) return failed('each', [...path, 'each'], `${from} is held once: only what a register holds several of can stand for each item`)
  const concept = source.concept === undefined ? held.concept : conceptOf(name, source, surroundings, path)
  if ('problems' in concept) return concept
  if (concept.type.type !== held.concept.type.type) return failed('wrong_type', [...path, 'concept'], `"${concept.name}" is of type ${concept.type.type}, but ${from} holds ${held.concept.type.type}`)
  const [register = '', entity = '', field = ''] = from.split('.')
  return {
    field: {
      kind: 'record',
      ...common(name, source),
      ...material(source),
      concept: concept.name,
      type: concept.type,
      register,
      entity,
      field,
      pick: source.pick === 'one',
      with: source.with ?? null,
      holder: source.holder ?? null,
      editable: source.editable ?? false,
    },
    problems: [],
  }
}

function heldConcept(from: string, { registers }: Surroundings): { concept: Concept; many: boolean } | { message: string } {
  const [registerId = '', entityName = '', fieldName = ''] = from.split('.')
  const register = Object.hasOwn(registers, registerId) ? registers[registerId] : undefined
  if (!register) return { message: `there is no register "${registerId}"${hint(registerId, Object.keys(registers))}` }
  const entity = Object.hasOwn(register.entities, entityName) ? register.entities[entityName] : undefined
  if (!entity) return { message: `register "${registerId}" holds no "${entityName}"${hint(entityName, Object.keys(register.entities))}` }
  const concept = Object.hasOwn(entity.fields, fieldName) ? entity.fields[fieldName] : undefined
  return concept ? { concept, many: entity.many } : { message: `"${registerId}.${entityName}" has no field "${fieldName}"${hint(fieldName, Object.keys(entity.fields))}` }
}

function conceptOf(name: string, source: FieldSource, { concepts }: Surroundings, path: Path): Concept | Read {
  const wanted = source.concept ?? name
  const concept = Object.hasOwn(concepts, wanted) ? concepts[wanted] : undefined
  if (concept) return concept
  return failed('unknown_concept', path, `"${wanted}" is not in dictionary.yaml: add it there, or write concept: and the one it is${hint(wanted, Object.keys(concepts))}`)
}

function readAsked(name: string, source: FieldSource, spec: TypeSpec, surroundings: Surroundings, path: Path): Read {
  const concept = conceptOf(name, source, surroundings, path)
  if ('problems' in concept) return concept
  const type = questionType(spec)
  if (concept.type.type !== type.type) {
    return failed('wrong_type', [...path, 'ask'], `dictionary.yaml says that "${concept.name}" is of type ${concept.type.type}, not ${type.type}`)
  }
  if (type.type === 'choice' && type.of.length === 0) return failed('shape', path, `"${name}" is a choice: say between what with of: [a, b]`)
  const shared = { ...common(name, source), concept: concept.name, type }
  const field: DataField = source.set_by
    ? { kind: 'desk', task: source.set_by, ...shared }
    : { kind: 'question', ...shared, ...material(source), waiver: source.waiver ?? null }
  return { field, problems: [] }
}

/** Of the type that the dictionary says. */
function readGiven(name: string, source: FieldSource, surroundings: Surroundings, path: Path): Read {
  const concept = conceptOf(name, source, surroundings, path)
  if ('problems' in concept) return concept
  const shared = { ...common(name, source), concept: concept.name, type: concept.type }
  return { field: source.set_by ? { kind: 'desk', task: source.set_by, ...shared } : { kind: 'table', table: source.table ?? name, rows: [], ...shared }, problems: [] }
}
