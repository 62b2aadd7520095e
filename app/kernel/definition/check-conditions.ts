import { checkCondition } from '#app/kernel/condition/check.ts'
import { describeConditionProblem } from '#app/kernel/condition/describe.ts'
import { namesIn } from '#app/kernel/condition/names.ts'
import { parseCondition } from '#app/kernel/condition/parse.ts'

import type { Unhashed } from './check-definition.ts'
import { conditionTypes, TODAY } from './condition-of.ts'
import type { DefinitionProblem, Path } from './definition-problem.ts'
import { Known } from './known-names.ts'
import { nodesOf } from './nodes.ts'
import type { Places } from './read-flow.ts'
import { walkKnown } from './walk-known.ts'

/** Every condition can be read, is true or false, and reads only what is known by then. */
export function checkConditions(definition: Unhashed, places: Places): DefinitionProblem[] {
  const sources = sourcesOf(definition)
  const length = sources.reduce((sum, source) => sum + source.length, 0)
  if (length > MOST_TEXT) return [{ code: 'too_complex', path: ['flow'], message: `the conditions of this service have ${length} characters in all: at most ${MOST_TEXT} can be proved together, so make parts of it services of their own` }]
  const types = conditionTypes(definition)
  const check = (source: string, path: Path, known: Known): DefinitionProblem[] => {
    const parsed = parseCondition(source)
    const found = parsed.ok ? checkCondition(parsed.condition, types) : [parsed.problem]
    if (!parsed.ok || found.length > 0) {
      return found.map((problem) => ({ code: 'condition', path, offset: problem.from, message: describeConditionProblem(problem) }))
    }
    return early(namesIn(parsed.condition), source, path, known)
  }
  const start = Known.atStart(definition)
  const fields = Object.values(definition.data).flatMap((field) => (field.when ? check(field.when, ['data', field.name, 'when'], field.each ? start.inside(field.each) : start) : []))
  const requires = definition.requires.flatMap(({ when }, i) => check(when, ['requires', i, 'when'], start))
  const checks = { condition: check, name: (name: string, path: Path, known: Known) => (Object.hasOwn(definition.data, name) ? early([name], name, path, known) : []) }
  const flow = walkKnown(definition.flow, start, places, checks)
  // An appeal comes after any way through the flow: it can only count on what was known at the start.
  const appeal = walkKnown(definition.appeal?.flow ?? [], start, places, checks)
  return [...fields, ...requires, ...tableCircles(definition), ...flow.problems, ...appeal.problems]
}

/** Some twenty times what the longest of ours have. */
const MOST_TEXT = 15_000

const sourcesOf = (definition: Unhashed): string[] => [
  ...Object.values(definition.data).map(({ when }) => when),
  ...definition.requires.map(({ when }) => when),
  ...nodesOf(definition).flatMap((node) => (node.node === 'choose' ? node.branches.map(({ when }) => when) : 'when' in node ? [node.when] : [])),
].filter((when) => when !== null)

function early(names: readonly string[], source: string, path: Path, known: Known): DefinitionProblem[] {
  return names
    .filter((name) => name !== TODAY && !known.has(name))
    .map((name) => ({
      code: 'read_before_set',
      path,
      offset: Math.max(0, source.indexOf(name)),
      message: `"${name}" is not known here yet: it is set by a step that comes later, on another way, or once for each item`,
    }))
}

/** A table that reads itself, through others, would never give a value. */
function tableCircles(definition: Unhashed): DefinitionProblem[] {
  const known = Known.atStart(definition)
  return Object.values(definition.data).flatMap((field): DefinitionProblem[] =>
    field.kind === 'table' && known.readsOf(field.name).has(field.name) ? [{ code: 'read_before_set', path: ['data', field.name], message: `the table for "${field.name}" reads "${field.name}" itself, perhaps through another table` }] : [],
  )
}
