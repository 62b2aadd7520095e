import type { Unhashed } from '#app/kernel/definition/check-definition.ts'
import type { FlowNode } from '#app/kernel/definition/definition.ts'
import type { DefinitionProblem } from '#app/kernel/definition/definition-problem.ts'
import { insideOf } from '#app/kernel/definition/nodes.ts'
import type { Places } from '#app/kernel/definition/read-flow.ts'

import type { WorstCase } from './worst-case.ts'

/** No step is dead: each is reached in some world, though conditions in different places hang together. */
export function checkReached(definition: Unhashed, places: Places, { reached, branches }: WorstCase): DefinitionProblem[] {
  const walk = (flow: readonly FlowNode[]): DefinitionProblem[] =>
    flow.flatMap((node): DefinitionProblem[] => {
      const path = places.get(node) ?? []
      // What stands inside a dead step is dead too: told once.
      if (!reached.has(node)) return [{ code: 'dead_step', path, message: 'this step is never done: what leads to it and what it asks for exclude each other' }]
      if (node.node !== 'choose') return insideOf(node).flatMap(walk)
      return node.branches.flatMap((branch, i): DefinitionProblem[] =>
        branches.get(node)?.has(i) ? walk(branch.do) : [{ code: 'dead_step', path: [...path, 'choose', i], message: 'this branch is never chosen: what leads to it and its condition exclude each other' }],
      )
    })
  return walk(definition.flow)
}
