import type { Unhashed } from './check-definition.ts'
import type { FlowNode } from './definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'
import { insideOf } from './nodes.ts'
import type { Places } from './read-flow.ts'

/**
 * A case is sent back by one stage at a time, in one letter: so a stage with returns stands in no other, and in no
 * branch of a parallel, whose other branches would have to wait or ask in letters of their own.
 */
export function checkReturns(definition: Unhashed, places: Places): DefinitionProblem[] {
  return [...walk(definition.flow, null, places), ...walk(definition.appeal?.flow ?? [], null, places)]
}

function walk(flow: readonly FlowNode[], around: string | null, places: Places): DefinitionProblem[] {
  return flow.flatMap((node) => {
    const returns = node.node === 'stage' && node.returns !== null
    if (returns && around !== null) {
      return [{ code: 'returns', path: [...(places.get(node) ?? []), 'returns'], message: `a stage with returns can not stand in ${around}: put the returns on a stage around it, so that there is one letter` }]
    }
    const inner = around ?? (returns ? 'another stage with returns' : node.node === 'parallel' ? 'a branch of parallel' : null)
    return insideOf(node).flatMap((branch) => walk(branch, inner, places))
  })
}
