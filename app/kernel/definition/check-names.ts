import type { Unhashed } from './check-definition.ts'
import { promisedName, TODAY } from './condition-of.ts'
import type { AutoNode, FlowNode, WaitNode } from './definition.ts'
import { type DefinitionProblem, hint, type Path } from './definition-problem.ts'
import { nodesOf } from './nodes.ts'
import type { Places } from './read-flow.ts'
import type { Surroundings } from './surroundings.ts'

/** Names are unique, and whatever is named exists. */
export function checkNames(definition: Unhashed, places: Places, surroundings: Surroundings): DefinitionProblem[] {
  const nodes = nodesOf(definition)
  const lead = Object.hasOwn(surroundings.departments, definition.lead)
    ? []
    : [unknown('unknown_department', ['lead'], 'department', definition.lead, Object.keys(surroundings.departments))]
  return [...lead, ...uniqueNames(definition, nodes, places), ...nodeNames(definition, nodes, places, surroundings), ...withdrawName(definition, nodes)]
}

export function unknown(code: DefinitionProblem['code'], path: Path, kind: string, name: string, known: readonly string[]): DefinitionProblem {
  return { code, path, message: `there is no ${kind} "${name}"${hint(name, known)}` }
}

export const nameOf = (node: FlowNode): string | null => ('name' in node ? node.name : null)

function uniqueNames(definition: Unhashed, nodes: readonly FlowNode[], places: Places): DefinitionProblem[] {
  const names = Object.keys(definition.data)
  const promises = Object.values(definition.data).flatMap((field) => ('promisable' in field && field.promisable !== null ? [promisedName(field.name)] : []))
  const seen = new Set([...names, ...promises])
  const own = [TODAY, ...promises].filter((name) => names.includes(name)).map((name) => reserved(name, ['data', name], true))
  const steps = nodes.flatMap((node): DefinitionProblem[] => {
    const name = nameOf(node)
    if (name === null) return []
    const path = [...(places.get(node) ?? []), node.node]
    if (name === TODAY || promises.includes(name)) return [reserved(name, path)]
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    return [{ code: 'duplicate_name', path, message: `"${name}" is used twice: every step and every data name needs its own` }]
  })
  return [...own, ...steps]
}

/** Names that conditions read already. */
const reserved = (name: string, path: Path, atKey = false): DefinitionProblem => ({ code: 'duplicate_name', path, atKey, message: `conditions read "${name}" as ${name === TODAY ? 'the day on which they are asked' : 'whether something was promised'}: choose another name` })

function nodeNames(definition: Unhashed, nodes: readonly FlowNode[], places: Places, surroundings: Surroundings): DefinitionProblem[] {
  return nodes.flatMap((node) => {
    const path = places.get(node) ?? []
    if (node.node === 'wait') return waitNames(definition, node, path, surroundings)
    return node.node === 'auto' ? autoNames(definition, node, path, surroundings) : []
  })
}

function waitNames(definition: Unhashed, node: WaitNode, path: Path, surroundings: Surroundings): DefinitionProblem[] {
  if (node.awaits.what === 'record') return entityNames(node.awaits.register, node.awaits.entity, [...path, 'record'], surroundings)
  if (node.awaits.what !== 'payment') return []
  const { amount, payee } = node.awaits
  const money = Object.values(definition.data).flatMap((field) => (field.type.type === 'money' ? [field.name] : []))
  return [
    ...(Object.hasOwn(surroundings.departments, payee) ? [] : [unknown('unknown_department', [...path, 'payee'], 'department', payee, Object.keys(surroundings.departments))]),
    ...(typeof amount === 'number' || money.includes(amount) ? [] : [unknown('unknown_name', [...path, 'amount'], 'data of type money called', amount, money)]),
  ]
}

function autoNames(definition: Unhashed, node: AutoNode, path: Path, surroundings: Surroundings): DefinitionProblem[] {
  if (node.makes.kind !== 'certificate') return []
  const names = Object.keys(definition.data)
  const shows = node.makes.shows.filter((name) => !names.includes(name)).map((name) => unknown('unknown_name', [...path, 'makes', 'shows'], 'data name', name, names))
  const { record } = node.makes
  const holder = record?.holder && !names.includes(record.holder) ? [unknown('unknown_name', [...path, 'makes', 'holder'], 'data name', record.holder, names)] : []
  return [...shows, ...holder, ...(record ? entityNames(record.register, record.entity, [...path, 'makes', 'record'], surroundings) : [])]
}

function entityNames(register: string, entity: string, path: Path, { registers }: Surroundings): DefinitionProblem[] {
  if (!Object.hasOwn(registers, register)) return [unknown('unknown_register', path, 'register', register, Object.keys(registers))]
  const entities = registers[register]?.entities ?? {}
  return Object.hasOwn(entities, entity) ? [] : [unknown('unknown_register', path, `kind of record in "${register}" called`, entity, Object.keys(entities))]
}

function withdrawName(definition: Unhashed, nodes: readonly FlowNode[]): DefinitionProblem[] {
  const { withdraw } = definition
  const names = nodes.flatMap((node) => (node.node === 'task' || node.node === 'auto' || node.node === 'sub' ? [node.name] : []))
  return !withdraw || names.includes(withdraw.before) ? [] : [unknown('unknown_name', ['on', 'withdraw', 'before'], 'task, sub or auto', withdraw.before, names)]
}
