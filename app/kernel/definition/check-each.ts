import type { Unhashed } from './check-definition.ts'
import type { EachNode, FlowNode } from './definition.ts'
import type { DefinitionProblem, Path } from './definition-problem.ts'
import { allNodes, nodesOf } from './nodes.ts'
import type { Places } from './read-flow.ts'

/** Most items an `each` may have: what an office can still handle, and a page can still show. */
export const MOST_ITEMS = 50

/**
 * An `each` counts by a whole number with a bound, once and for all: so neither around it nor inside it are there
 * returns, by which the number could still change.
 */
export function checkEach(definition: Unhashed, places: Places): DefinitionProblem[] {
  return nodesOf(definition).flatMap((node) => {
    if (node.node === 'each') return [...counted(definition, node, places.get(node) ?? []), ...inside(node, places)]
    if (node.node !== 'stage' || node.returns === null) return []
    return allNodes(node.do).flatMap((inner): DefinitionProblem[] => (inner.node === 'each' ? [{ code: 'each', path: places.get(inner) ?? [], message: 'an each can not stand in a stage with returns: put it behind the stage' }] : []))
  })
}

function counted(definition: Unhashed, node: EachNode, path: Path): DefinitionProblem[] {
  const field = definition.data[node.of]
  const numbers = Object.values(definition.data).flatMap((one) => (one.type.type === 'integer' && one.type.max <= MOST_ITEMS && one.each === null ? [one.name] : []))
  const problem = (message: string): DefinitionProblem[] => [{ code: 'each', path: [...path, 'of'], message }]
  if (!field || field.type.type !== 'integer' || field.each !== null) return problem(`of: names a whole number among the data, such as ${numbers[0] ?? 'employees: { ask: integer, range: [0, 20] }'}`)
  return field.type.max <= MOST_ITEMS ? [] : problem(`"${node.of}" may be up to ${field.type.max}: give it a range that ends at ${MOST_ITEMS} or before`)
}

function inside(node: EachNode, places: Places): DefinitionProblem[] {
  return allNodes(node.do).flatMap((inner): DefinitionProblem[] => {
    const message = whyNotInside(inner)
    return message ? [{ code: 'each', path: places.get(inner) ?? [], message }] : []
  })
}

function whyNotInside(node: FlowNode): string | null {
  if (node.node === 'each') return 'an each inside an each is not possible: count both together'
  return node.node === 'stage' && node.returns ? 'a stage with returns can not stand inside an each: put it before the each' : null
}
