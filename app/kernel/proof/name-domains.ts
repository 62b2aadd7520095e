import { soundCondition } from '#app/kernel/condition/sound-condition.ts'
import type { Unhashed } from '#app/kernel/definition/check-definition.ts'
import { conditionTypes, promisedName, TODAY } from '#app/kernel/definition/condition-of.ts'
import type { DataField, FlowNode } from '#app/kernel/definition/definition.ts'
import { insideOf, nodesOf } from '#app/kernel/definition/nodes.ts'

import { type Absent, type Domain, type Domains, domainOf } from './domain.ts'

/** Every value that each name of a definition's conditions can have where it is read. */
export function nameDomains(definition: Unhashed): Domains {
  const always = alwaysDone(definition.flow)
  const types = conditionTypes(definition)
  const fields = Object.values(definition.data).map((field) => [field.name, domainOf(field.type, absence(field, always))] as const)
  const data = new Set(Object.keys(definition.data))
  const promises = new Set([...data].map(promisedName))
  // A promise is made or not; today is always; a step's outcome is there unless the step may be passed over.
  const steps = Object.entries(types).flatMap(([name, type]): [string, Domain][] => (data.has(name) ? [] : [[name, { type, integer: false, min: null, max: null, absent: name === TODAY || promises.has(name) || always.has(name) ? 'never' : 'maybe' }]]))
  return Object.fromEntries([...fields, ...steps])
}

/** When a value may be missing, at a place where it is known to have been given or left out. */
function absence(field: DataField, always: ReadonlySet<string>): Absent {
  if (field.kind === 'table') return 'never'
  if (field.kind === 'desk') return always.has(field.task) ? 'never' : 'maybe'
  const mayLack = field.optional || field.promisable !== null || field.tolerable
  if (mayLack || field.each !== null) return 'maybe'
  return field.when === null ? 'never' : { unless: soundCondition(field.when) }
}

/** Steps that every way comes to before what follows them: without a condition, outside choices and items. */
function alwaysDone(flow: readonly FlowNode[]): Set<string> {
  return new Set(flow.flatMap((node) => (node.node === 'stage' || node.node === 'parallel' ? insideOf(node).flatMap((branch) => [...alwaysDone(branch)]) : 'when' in node && node.when === null ? [node.name] : [])))
}

/** Names whose values may change after a condition has read them, or between two that do. */
export function changingNames(definition: Unhashed): { always: ReadonlySet<string>; onReturn: ReadonlySet<string> } {
  const awaited = nodesOf(definition).flatMap((node) => (node.node === 'wait' && node.awaits.what === 'record' ? [`${node.awaits.register}.${node.awaits.entity}`] : []))
  const fields = Object.values(definition.data)
  const arriving = fields.filter((field) => field.kind === 'record' && awaited.includes(`${field.register}.${field.entity}`)).map((field) => field.name)
  const perItem = fields.filter((field) => field.each !== null).map((field) => field.name)
  const inEach = nodesOf(definition).flatMap((node) => (node.node === 'each' ? namesOf(node.do) : []))
  const asked = fields.filter((field) => field.kind === 'question' || (field.kind === 'record' && (field.editable || !field.optional))).map((field) => field.name)
  const tables = fields.filter((field) => field.kind === 'table').map((field) => field.name)
  const inReturns = nodesOf(definition).flatMap((node) => (node.node === 'stage' && node.returns ? namesOf(node.do) : []))
  return { always: new Set([TODAY, ...arriving, ...perItem, ...inEach]), onReturn: new Set([...asked, ...tables, ...inReturns]) }
}

const namesOf = (flow: readonly FlowNode[]): string[] =>
  flow.flatMap((node) => ['name' in node ? node.name : '', ...(node.node === 'task' ? node.sets : []), ...insideOf(node).flatMap(namesOf)])
