import type { FlowNode } from './definition.ts'
import type { DefinitionProblem, Path } from './definition-problem.ts'

/** Every way leads to an end, nothing stands behind an end, and no end cuts off a parallel branch. */
export function checkEnds(flow: readonly FlowNode[], path: Path): DefinitionProblem[] {
  const found = walk(flow, path, false)
  if (found.ends || found.problems.length > 0) return found.problems
  return [{ code: 'no_end', path, message: 'the flow runs out without an end: finish every way with end: granted, refused, lapsed or withdrawn' }]
}

type Walked = { ends: boolean; problems: DefinitionProblem[] }

function walk(flow: readonly FlowNode[], path: Path, inParallel: boolean): Walked {
  const problems: DefinitionProblem[] = []
  let ends = false
  flow.forEach((node, i) => {
    if (ends) problems.push({ code: 'dead_step', path: [...path, i], message: 'this step is never reached: every way before it has ended' })
    const walked = walkNode(node, [...path, i], inParallel)
    problems.push(...walked.problems)
    ends ||= walked.ends
  })
  return { ends, problems }
}

function walkNode(node: FlowNode, path: Path, inParallel: boolean): Walked {
  switch (node.node) {
    case 'end':
      return {
        ends: true,
        problems: inParallel ? [{ code: 'end_in_parallel', path, message: 'an end inside parallel or each would cut off the other desks: put it behind' }] : [],
      }
    case 'stage':
      return walk(node.do, [...path, 'do'], inParallel)
    case 'parallel': {
      const walked = node.branches.map((branch, i) => walk(branch, [...path, 'parallel', i], true))
      return { ends: false, problems: walked.flatMap((one) => one.problems) }
    }
    case 'choose': {
      const walked = node.branches.map((branch, i) => walk(branch.do, [...path, 'choose', i, 'do'], inParallel))
      return { ends: walked.every((one) => one.ends), problems: walked.flatMap((one) => one.problems) }
    }
    case 'each':
      return { ends: false, problems: walk(node.do, [...path, 'do'], true).problems }
    case 'task':
    case 'wait':
    case 'sub':
    case 'auto':
      return { ends: false, problems: [] }
    default:
      return node satisfies never
  }
}
