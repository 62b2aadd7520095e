import { checkCondition } from '#app/kernel/condition/check.ts'
import { describeConditionProblem } from '#app/kernel/condition/describe.ts'
import { namesIn } from '#app/kernel/condition/names.ts'
import { parseCondition } from '#app/kernel/condition/parse.ts'
import type { ValueTypes } from '#app/kernel/condition/value-type.ts'

import type { Unhashed } from './check-definition.ts'
import { conditionTypes } from './condition-of.ts'
import type { FlowNode } from './definition.ts'
import type { DefinitionProblem, Path } from './definition-problem.ts'
import { insideOf } from './nodes.ts'
import type { Places } from './read-flow.ts'

/** Every condition can be read, is true or false, and reads only what is known by then. */
export function checkConditions(definition: Unhashed, places: Places): DefinitionProblem[] {
  const types = conditionTypes(definition)
  const check = (source: string, path: Path, known: ReadonlySet<string>) => checkOne(source, path, types, known)
  const given = new Set(Object.values(definition.data).flatMap((field) => (field.kind === 'desk' ? [] : [field.name])))
  const start = new Set([...given, 'today'])
  const fields = Object.values(definition.data).flatMap((field) => (field.when ? check(field.when, ['data', field.name, 'when'], start) : []))
  const requires = definition.requires.flatMap(({ when }, i) => check(when, ['requires', i, 'when'], start))
  return [...fields, ...requires, ...new Walk(places, check).sequence(definition.flow, start).problems]
}

function checkOne(source: string, path: Path, types: ValueTypes, known: ReadonlySet<string>): DefinitionProblem[] {
  const parsed = parseCondition(source)
  const found = parsed.ok ? checkCondition(parsed.condition, types) : [parsed.problem]
  if (!parsed.ok || found.length > 0) {
    return found.map((problem) => ({ code: 'condition', path, offset: problem.from, message: describeConditionProblem(problem) }))
  }
  const early = namesIn(parsed.condition).filter((name) => !known.has(name))
  return early.map((name) => ({
    code: 'read_before_set',
    path,
    offset: Math.max(0, source.indexOf(name)),
    message: `"${name}" is not known here yet: it is set by a step that comes later, or on another way`,
  }))
}

type Walked = { known: Set<string>; problems: DefinitionProblem[] }
type Check = (source: string, path: Path, known: ReadonlySet<string>) => DefinitionProblem[]

/** What is known grows step by step; after a choice only what every branch made known stays known. */
class Walk {
  private readonly places: Places
  private readonly check: Check

  constructor(places: Places, check: Check) {
    this.places = places
    this.check = check
  }

  sequence(flow: readonly FlowNode[], start: ReadonlySet<string>): Walked {
    let known = new Set(start)
    const problems: DefinitionProblem[] = []
    for (const node of flow) {
      const walked = this.node(node, known)
      problems.push(...walked.problems)
      known = walked.known
    }
    return { known, problems }
  }

  private node(node: FlowNode, known: Set<string>): Walked {
    const path = this.places.get(node) ?? []
    const own = (node.node === 'task' || node.node === 'wait') && node.when ? this.check(node.when, [...path, 'when'], known) : []
    if (node.node === 'task') return { known: new Set([...known, node.name, ...node.sets]), problems: own }
    const branches = insideOf(node).map((steps) => this.sequence(steps, known))
    const whens = node.node === 'choose' ? node.branches.flatMap(({ when }, i) => (when ? this.check(when, [...path, 'choose', i, 'when'], known) : [])) : []
    const problems = [...own, ...whens, ...branches.flatMap((branch) => branch.problems)]
    if (node.node === 'choose') return { known: common(branches.filter((_, i) => !endsIn(node.branches[i]?.do ?? [])).map((branch) => branch.known), known), problems }
    return { known: new Set([...known, ...branches.flatMap((branch) => [...branch.known])]), problems }
  }
}

const endsIn = (flow: readonly FlowNode[]): boolean => flow.at(-1)?.node === 'end'

function common(sets: readonly Set<string>[], otherwise: Set<string>): Set<string> {
  const [first, ...rest] = sets
  return first ? new Set([...first].filter((name) => rest.every((set) => set.has(name)))) : otherwise
}
