import type { DataField, FlowNode, Question, RecordField, SubNode } from './definition.ts'
import type { DefinitionProblem, Path } from './definition-problem.ts'
import { allNodes } from './nodes.ts'
import { serviceKey, type Surroundings } from './surroundings.ts'

type Inherited = RecordField | Question

/**
 * What the services inside a life event ask, each thing once: their applicants' fields that the life event does not
 * declare itself. A field two of them have must be of one concept; it is asked when either needs it, and seen by both.
 * A company's records are left to the case that needs them, since the company may not exist before; so is what is held on
 * whom such a record names. Promises and later materials are not taken over: the parts check them, this case can't.
 */
export function inheritData(own: readonly DataField[], flow: readonly FlowNode[], surroundings: Surroundings, pathOf: (node: FlowNode) => Path): { fields: DataField[]; problems: DefinitionProblem[] } {
  const declared = new Set(own.map((field) => field.name))
  const fields = new Map<string, Inherited>()
  const problems: DefinitionProblem[] = []
  for (const node of allNodes(flow)) {
    if (node.node !== 'sub') continue
    for (const field of fieldsOf(node, surroundings)) {
      if (declared.has(field.name)) continue
      const met = fields.get(field.name)
      const mine = { ...field, when: bothHold(node.when, field.when) }
      if (met && met.concept !== field.concept) {
        problems.push({ code: 'field_source', path: pathOf(node), message: `"${field.name}" is the concept "${met.concept}" in one service and "${field.concept}" in ${node.service}: declare it among the data of this life event` })
      } else fields.set(field.name, met ? merged(met, mine) : mine)
    }
  }
  return { fields: [...fields.values()], problems }
}

function fieldsOf(node: SubNode, { services, registers }: Surroundings): Inherited[] {
  const known = services[serviceKey(node.service, node.version)]
  const data = known?.definition.data ?? {}
  const isLeft = (field: DataField | undefined): boolean =>
    field?.kind === 'record' && (registers[field.register]?.entities[field.entity]?.subject === 'company' || (field.holder !== null && isLeft(data[field.holder])))
  return Object.values(data).flatMap((field) => {
    if (field.kind === 'desk' || field.kind === 'table') return []
    return node.company !== null && isLeft(field) ? [] : [{ ...field, promisable: null, tolerable: false }]
  })
}

const bothHold = (one: string | null, other: string | null): string | null => (one && other ? `(${one}) and (${other})` : (one ?? other))

const merged = (one: Inherited, other: Inherited): Inherited => ({
  ...one,
  when: one.when !== null && other.when !== null && one.when !== other.when ? `(${one.when}) or (${other.when})` : one.when === other.when ? one.when : null,
  optional: one.optional && other.optional,
  seenBy: one.seenBy && other.seenBy ? [...new Set([...one.seenBy, ...other.seenBy])] : null,
})
