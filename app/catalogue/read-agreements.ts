import { type DefinitionProblem, hint, type Path } from '#app/kernel/definition/definition-problem.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { deskProblem } from '#app/kernel/definition/desk-problem.ts'
import type { Entity, Register, Surroundings } from '#app/kernel/definition/surroundings.ts'
import type { Agreement } from '#app/kernel/records/agreement.ts'

import { inFile } from './file-problem.ts'
import type { FolderReader } from './read-surroundings.ts'
import { agreementsSchema } from './surroundings-schemas.ts'
import type { YamlFile } from './yaml-file.ts'

/** What agreements are held against. */
type Known = {
  surroundings: Surroundings
  services: readonly string[]
  /** Every version of a service; none of one that has a version which can't be read. */
  versionsOf(service: string): readonly Definition[]
}

/**
 * `agreements/<register>.yaml`, each entry checked: register, service, fields and desk exist, the desk is the owner's,
 * nothing is granted that no version of the service reads, and a service has one agreement with a register.
 */
export function readAgreements(folder: FolderReader, known: Known): readonly Agreement[] {
  const files = folder.list('agreements').filter((name) => name.endsWith('.yaml'))
  const read = files.flatMap((name) => readFile(folder, `agreements/${name}`, known))
  const seen = new Set<string>()
  return read.flatMap(({ agreement, file, at }) => {
    const double = [agreement.id, `${agreement.service} ${agreement.register}`].find((key) => seen.has(key))
    if (double !== undefined) folder.problems.push(inFile(file, { code: 'duplicate_name', path: at, message: `there is an agreement "${double}" already: a service has one with each register` }))
    seen.add(agreement.id).add(`${agreement.service} ${agreement.register}`)
    return double === undefined ? [agreement] : []
  })
}

type Read = { agreement: Agreement; file: YamlFile; at: Path }

function readFile(folder: FolderReader, name: string, known: Known): Read[] {
  const read = folder.read(name, agreementsSchema)
  if (!read) return []
  const { value, file } = read
  const { registers } = known.surroundings
  const register = Object.hasOwn(registers, value.register) ? registers[value.register] : undefined
  if (!register) {
    folder.problems.push(inFile(file, { code: 'unknown_register', path: ['register'], message: `there is no register "${value.register}"${hint(value.register, Object.keys(registers))}` }))
    return []
  }
  return value.agreements.map(({ agreement: id, ...one }, i) => {
    const agreement: Agreement = { id, register: register.id, ...one }
    const problems = agreementProblems(agreement, register, known, ['agreements', i])
    folder.problems.push(...problems.map((problem) => inFile(file, problem)))
    return { agreement, file, at: ['agreements', i, 'agreement'] }
  })
}

function agreementProblems(agreement: Agreement, register: Register, { surroundings, services, versionsOf }: Known, at: Path): DefinitionProblem[] {
  const versions = versionsOf(agreement.service)
  const desk = deskProblem(agreement.steward, surroundings.departments)
  const problems: DefinitionProblem[] = []
  if (!services.includes(agreement.service)) problems.push({ code: 'unknown_service', path: [...at, 'service'], message: `there is no service "${agreement.service}"${hint(agreement.service, services)}` })
  if (desk) problems.push({ ...desk, path: [...at, 'steward'] })
  else if (!agreement.steward.startsWith(`${register.owner}.`)) {
    problems.push({ code: 'agreement', path: [...at, 'steward'], message: `the register belongs to ${register.owner}: name a desk of this department` })
  }
  for (const [entity, fields] of Object.entries(agreement.fields)) problems.push(...fieldProblems(entity, fields, register, versions, [...at, 'fields', entity]))
  return problems
}

function fieldProblems(name: string, fields: readonly string[], register: Register, versions: readonly Definition[], at: Path): DefinitionProblem[] {
  const entity: Entity | undefined = Object.hasOwn(register.entities, name) ? register.entities[name] : undefined
  if (!entity) return [{ code: 'unknown_register', path: at, atKey: true, message: `register "${register.id}" has no "${name}"${hint(name, Object.keys(register.entities))}` }]
  return fields.flatMap((field, i): DefinitionProblem[] => {
    const path = [...at, i]
    if (!Object.hasOwn(entity.fields, field)) return [{ code: 'unknown_register', path, message: `"${register.id}.${name}" has no field "${field}"${hint(field, Object.keys(entity.fields))}` }]
    if (versions.length === 0 || versions.some((definition) => reads(definition, register.id, name, field))) return []
    return [{ code: 'agreement', path, message: `the service does not read "${register.id}.${name}.${field}": an agreement grants no more than is read` }]
  })
}

const reads = (definition: Definition, register: string, entity: string, field: string): boolean =>
  Object.values(definition.data).some((one) => one.kind === 'record' && one.register === register && one.entity === entity && one.field === field)
