import { checkAmendment } from './check-amendment.ts'
import type { Unhashed } from './check-definition.ts'
import { unknown } from './check-names.ts'
import type { AutoNode, FlowNode, SubNode } from './definition.ts'
import { type DefinitionProblem, hint, type Path } from './definition-problem.ts'
import { deskProblem } from './desk-problem.ts'
import { desksBeside } from './desks-beside.ts'
import { insideOf, nodesOf } from './nodes.ts'
import type { Places } from './read-flow.ts'
import { serviceKey, type Surroundings } from './surroundings.ts'

/** What leads beyond the flow's own steps: other services, results taken back, records put right, desks that act beside. */
export function checkLinks(definition: Unhashed, places: Places, surroundings: Surroundings): DefinitionProblem[] {
  const nodes = nodesOf(definition)
  const own = nodes.flatMap((node) => {
    const path = places.get(node) ?? []
    if (node.node === 'sub') return [...takes(definition, node, path, surroundings), ...company(definition, node, path, surroundings)]
    return node.node === 'auto' ? [...revoked(nodes, node, path), ...checkAmendment(definition, node, path)] : []
  })
  return [...own, ...subsUnderReturns(definition.flow, false, places), ...besideFlow(definition, surroundings)]
}

function takes(definition: Unhashed, node: SubNode, path: Path, { services }: Surroundings): DefinitionProblem[] {
  const other = services[serviceKey(node.service, node.version)]?.definition.data ?? {}
  const set = Object.values(other).flatMap((field) => (field.kind === 'desk' ? [field.name] : []))
  return node.takes.flatMap((name): DefinitionProblem[] => {
    if (!set.includes(name)) return [{ code: 'unknown_name', path: [...path, 'takes'], message: `no desk of "${node.service}" sets "${name}"${hint(name, set)}` }]
    const field = definition.data[name]
    if (field?.kind !== 'desk' || field.task !== node.name) return [{ code: 'never_set', path: [...path, 'takes'], message: `"${name}" must say set_by: ${node.name} among the data` }]
    return field.concept === other[name]?.concept ? [] : [{ code: 'wrong_type', path: ['data', name], message: `"${name}" is another concept here than in "${node.service}"` }]
  })
}

/** A business service needs a company, a person's service none. */
function company(definition: Unhashed, node: SubNode, path: Path, { services }: Surroundings): DefinitionProblem[] {
  const audience = services[serviceKey(node.service, node.version)]?.definition.audience
  if (node.company !== null && !definition.data[node.company]) return [unknown('unknown_name', [...path, 'company'], 'data name', node.company, Object.keys(definition.data))]
  if (audience === 'business' && definition.audience === 'person' && node.company === null) return [{ code: 'sub_answers', path, message: `"${node.service}" is for a company: say which with company: (the value that holds its credit code)` }]
  return audience === 'person' && node.company !== null ? [{ code: 'sub_answers', path: [...path, 'company'], message: `"${node.service}" is for a person: leave out company:` }] : []
}

function revoked(nodes: readonly FlowNode[], node: AutoNode, path: Path): DefinitionProblem[] {
  if (node.makes.kind !== 'revocation') return []
  const { of } = node.makes
  const certificates = nodes.flatMap((one) => (one.node === 'auto' && one.makes.kind === 'certificate' ? [one.name] : []))
  return certificates.includes(of) ? [] : [unknown('unknown_name', [...path, 'makes', 'revokes'], 'auto that makes a certificate called', of, certificates)]
}

/** A stage sends back its own case; another case has returns of its own. */
function subsUnderReturns(flow: readonly FlowNode[], under: boolean, places: Places): DefinitionProblem[] {
  return flow.flatMap((node) => {
    if (node.node === 'sub') return under ? [{ code: 'sub_answers', path: places.get(node) ?? [], message: 'a sub can not stand in a stage with returns: it has returns of its own' } as const] : []
    return insideOf(node).flatMap((branch) => subsUnderReturns(branch, under || (node.node === 'stage' && node.returns !== null), places))
  })
}

function besideFlow(definition: Unhashed, { departments }: Surroundings): DefinitionProblem[] {
  return desksBeside(definition).flatMap(({ key, desk }) => {
    const found = deskProblem(desk, departments)
    return found ? [{ ...found, path: ['on', key, 'by'] }] : []
  })
}
