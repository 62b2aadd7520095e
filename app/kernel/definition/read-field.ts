import type { DataField } from './definition.ts'
import { type DefinitionProblem, hint, type Path } from './definition-problem.ts'
import { type QuestionType, questionType, type TypeSpec } from './question-type.ts'
import type { FieldSource } from './service-schema.ts'
import type { Concept, Surroundings } from './surroundings.ts'

type Read = { field: DataField | null; problems: DefinitionProblem[] }

const failed = (code: DefinitionProblem['code'], path: Path, message: string): Read => ({ field: null, problems: [{ code, path, message }] })

/** One entry of `data`: a record's value (`from`), a question (`ask`), or a value set by a desk (`set_by`). */
export function readField(name: string, source: FieldSource, surroundings: Surroundings, path: Path): Read {
  const seenBy = source.seen_by ?? null
  const unknown = seenBy?.find((department) => !Object.hasOwn(surroundings.departments, department))
  if (unknown) return failed('unknown_department', [...path, 'seen_by'], `there is no department "${unknown}"${hint(unknown, Object.keys(surroundings.departments))}`)
  if (source.from) return readRecordField(name, source, source.from, surroundings, path)
  if (!source.ask) return failed('field_source', path, `"${name}" needs a source: from: (a register), ask: (a question) or set_by: with ask: (a desk)`)
  return readAsked(name, source, { ...source, word: source.ask }, surroundings, path)
}

function readRecordField(name: string, source: FieldSource, from: string, surroundings: Surroundings, path: Path): Read {
  if (source.ask || source.set_by) return failed('field_source', path, `"${name}" has two sources: keep only one of from, ask and set_by`)
  const held = heldConcept(from, surroundings)
  if ('message' in held) return failed('unknown_register', [...path, 'from'], held.message)
  const [register = '', entity = '', field = ''] = from.split('.')
  return {
    field: {
      kind: 'record',
      name,
      concept: held.concept.name,
      type: held.concept.type,
      when: source.when ?? null,
      register,
      entity,
      field,
      pick: source.pick === 'one',
      with: source.with ?? null,
      editable: source.editable ?? false,
      optional: source.optional ?? false,
      seenBy: source.seen_by ?? null,
    },
    problems: [],
  }
}

function heldConcept(from: string, { registers }: Surroundings): { concept: Concept } | { message: string } {
  const [registerId = '', entityName = '', fieldName = ''] = from.split('.')
  const register = Object.hasOwn(registers, registerId) ? registers[registerId] : undefined
  if (!register) return { message: `there is no register "${registerId}"${hint(registerId, Object.keys(registers))}` }
  const entity = Object.hasOwn(register.entities, entityName) ? register.entities[entityName] : undefined
  if (!entity) return { message: `register "${registerId}" holds no "${entityName}"${hint(entityName, Object.keys(register.entities))}` }
  const concept = Object.hasOwn(entity.fields, fieldName) ? entity.fields[fieldName] : undefined
  return concept ? { concept } : { message: `"${registerId}.${entityName}" has no field "${fieldName}"${hint(fieldName, Object.keys(entity.fields))}` }
}

function readAsked(name: string, source: FieldSource, spec: TypeSpec, surroundings: Surroundings, path: Path): Read {
  const conceptName = source.concept ?? name
  const concept = Object.hasOwn(surroundings.concepts, conceptName) ? surroundings.concepts[conceptName] : undefined
  if (!concept) {
    const near = hint(conceptName, Object.keys(surroundings.concepts))
    return failed('unknown_concept', path, `"${conceptName}" is not in dictionary.yaml${near}; add it there, or name the concept it is with concept:`)
  }
  const type = questionType(spec)
  if (concept.type.type !== type.type) {
    return failed('wrong_type', [...path, 'ask'], `dictionary.yaml says that "${conceptName}" is of type ${concept.type.type}, not ${type.type}`)
  }
  if (type.type === 'choice' && type.of.length === 0) return failed('shape', path, `"${name}" is a choice: say between what with of: [a, b]`)
  return { field: asked(name, conceptName, type, source), problems: [] }
}

function asked(name: string, concept: string, type: QuestionType, source: FieldSource): DataField {
  const shared = { name, concept, type, when: source.when ?? null }
  if (source.set_by) return { kind: 'desk', task: source.set_by, ...shared }
  return { kind: 'question', optional: source.optional ?? false, seenBy: source.seen_by ?? null, ...shared }
}
