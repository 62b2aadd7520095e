import type { Unhashed } from './check-definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'
import { nodesOf } from './nodes.ts'
import type { Places } from './read-flow.ts'
import type { Surroundings } from './surroundings.ts'

/** What can be taken back or set aside must be found again in its register: by the number of its certificate. */
export function checkStanding(definition: Unhashed, places: Places, { registers }: Surroundings): DefinitionProblem[] {
  const nodes = nodesOf(definition)
  const byLaterStep = nodes.flatMap((node) => (node.node === 'auto' && node.makes.kind === 'revocation' ? [node.makes.of] : []))
  const anyTime = definition.revocation !== null || definition.suspension !== null
  return nodes.flatMap((node): DefinitionProblem[] => {
    if (node.node !== 'auto' || node.makes.kind !== 'certificate' || node.makes.record === null || !(anyTime || byLaterStep.includes(node.name))) return []
    const { register, entity } = node.makes.record
    const fields = registers[register]?.entities[entity]?.fields ?? {}
    if (Object.hasOwn(fields, 'certificate_number')) return []
    return [{ code: 'unknown_register', path: [...(places.get(node) ?? []), 'makes', 'record'], message: `"${register}.${entity}" does not keep certificate_number, so a result taken back or set aside would still count there: add this field` }]
  })
}
