import type { FlowNode } from './definition.ts'
import type { DefinitionProblem, Path } from './definition-problem.ts'
import { type Known, madeKnown } from './known-names.ts'
import { insideOf } from './nodes.ts'
import type { Places } from './read-flow.ts'

/** What is wrong with a condition, or with a name, where so much is known. */
export type CheckCondition = (source: string, path: Path, known: Known) => DefinitionProblem[]
export type Checks = { condition: CheckCondition; name: CheckCondition }
type Walked = { known: Known; problems: DefinitionProblem[] }

/**
 * Goes through a flow with what is known so far, which grows step by step; after a choice only what every branch made
 * known stays known, after an `each` nothing of its items.
 */
export function walkKnown(flow: readonly FlowNode[], start: Known, places: Places, check: Checks): Walked {
  return flow.reduce<Walked>(
    (so, node) => {
      const walked = walkNode(node, so.known, places, check)
      return { known: walked.known, problems: [...so.problems, ...walked.problems] }
    },
    { known: start, problems: [] },
  )
}

function walkNode(node: FlowNode, known: Known, places: Places, check: Checks): Walked {
  const path = places.get(node) ?? []
  switch (node.node) {
    case 'task':
    case 'wait':
    case 'sub': {
      const seen = known.afterSteps(node.after)
      const problems = node.when ? check.condition(node.when, [...path, 'when'], seen) : []
      return { known: seen.with(...madeKnown(node)), problems: [...problems, ...whoDoes(node, path, seen, check)] }
    }
    case 'choose': {
      const whens = node.branches.flatMap(({ when }, i) => (when ? check.condition(when, [...path, 'choose', i, 'when'], known) : []))
      const branches = node.branches.map((branch) => walkKnown(branch.do, known, places, check))
      const goingOn = branches.filter((_, i) => node.branches[i]?.do.at(-1)?.node !== 'end').map((branch) => branch.known)
      return { known: known.common(goingOn), problems: [...whens, ...branches.flatMap((branch) => branch.problems)] }
    }
    case 'each':
      return { known, problems: walkKnown(node.do, known.inside(node.name), places, check).problems }
    case 'stage':
    case 'parallel': {
      const branches = insideOf(node).map((steps) => walkKnown(steps, known, places, check))
      return { known: known.and(branches.map((branch) => branch.known)), problems: branches.flatMap((branch) => branch.problems) }
    }
    case 'auto':
    case 'end':
      return { known, problems: [] }
    default:
      return node satisfies never
  }
}

/** Whose desk a task comes to must be known when it opens. */
function whoDoes(node: FlowNode, path: Path, known: Known, check: Checks): DefinitionProblem[] {
  if (node.node !== 'task') return []
  const department = node.department === null ? [] : check.name(node.department, [...path, 'by', 'department'], known)
  return node.region === null ? department : check.name(node.region, [...path, 'region'], known)
}
