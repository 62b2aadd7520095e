import type { Unhashed } from './check-definition.ts'
import type { FlowNode } from './definition.ts'
import { type DefinitionProblem, hint, type Path } from './definition-problem.ts'
import { insideOf } from './nodes.ts'
import type { Places } from './read-flow.ts'

type Ordered = FlowNode & { node: 'task' | 'wait' | 'sub' }
const isOrdered = (node: FlowNode): node is Ordered => node.node === 'task' || node.node === 'wait' || node.node === 'sub'

/**
 * `after` names a step of another branch of the same parallel, one that every way through that branch does, and nobody
 * waits in a circle. Otherwise the step could wait for what never comes.
 */
export function checkAfter(definition: Unhashed, places: Places): DefinitionProblem[] {
  const problems = walk(definition.flow, new Set(), places)
  return problems.length > 0 ? problems : circles(definition.flow, places)
}

/** @param beside names that can be waited for: those that the other branches of the parallels around always come to */
function walk(flow: readonly FlowNode[], beside: ReadonlySet<string>, places: Places): DefinitionProblem[] {
  return flow.flatMap((node) => {
    const own = isOrdered(node) ? unknownAfter(node, beside, places.get(node) ?? []) : []
    const branches = insideOf(node)
    if (node.node === 'each') return [...own, ...branches.flatMap((branch) => walk(branch, new Set(), places))]
    return [...own, ...branches.flatMap((branch, i) => walk(branch, node.node === 'parallel' ? new Set([...beside, ...certainOf(branches.filter((_, k) => k !== i).flat())]) : beside, places))]
  })
}

function unknownAfter(node: Ordered, beside: ReadonlySet<string>, path: Path): DefinitionProblem[] {
  return node.after
    .filter((name) => !beside.has(name))
    .map((name) => ({ code: 'after', path: [...path, 'after'], message: `after: names a step of another branch of the same parallel that is always done; "${name}" is none${hint(name, [...beside])}` }))
}

/** Steps that are always done (or skipped by their own condition) when a list of nodes is done. */
const certainOf = (flow: readonly FlowNode[]): string[] =>
  flow.flatMap((node) => {
    if (isOrdered(node)) return [node.name]
    return node.node === 'stage' || node.node === 'parallel' ? insideOf(node).flatMap(certainOf) : []
  })

/** What must be done before what: by order, and by `after`. */
function circles(flow: readonly FlowNode[], places: Places): DefinitionProblem[] {
  const before = new Map<string, Set<string>>()
  const nodes = new Map<string, Ordered>()
  const list = (steps: readonly FlowNode[], earlier: readonly string[]): string[] => {
    let done = [...earlier]
    for (const node of steps) {
      if (isOrdered(node)) {
        nodes.set(node.name, node)
        before.set(node.name, new Set([...done, ...node.after]))
        done = [...done, node.name]
      } else done = [...done, ...insideOf(node).flatMap((branch) => list(branch, done)).filter((name) => !done.includes(name))]
    }
    return done
  }
  list(flow, [])
  const circle = [...nodes.values()].find((node) => node.after.length > 0 && reaches(node.name, node.name, before, new Set()))
  return circle ? [{ code: 'after', path: [...(places.get(circle) ?? []), 'after'], message: `"${circle.name}" would wait for itself: ${circle.after.join(', ')} comes after it` }] : []
}

function reaches(from: string, goal: string, before: ReadonlyMap<string, ReadonlySet<string>>, seen: Set<string>): boolean {
  for (const name of before.get(from) ?? []) {
    if (name === goal) return true
    if (seen.has(name)) continue
    seen.add(name)
    if (reaches(name, goal, before, seen)) return true
  }
  return false
}
