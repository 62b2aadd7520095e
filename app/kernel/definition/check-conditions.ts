import { checkCondition } from '#app/kernel/condition/check.ts'
import { describeConditionProblem } from '#app/kernel/condition/describe.ts'
import { namesIn } from '#app/kernel/condition/names.ts'
import { parseCondition } from '#app/kernel/condition/parse.ts'

import type { Unhashed } from './check-definition.ts'
import { conditionTypes, TODAY } from './condition-of.ts'
import type { DefinitionProblem, Path } from './definition-problem.ts'
import { Known } from './known-names.ts'
import type { Places } from './read-flow.ts'
import { walkKnown } from './walk-known.ts'

/** Every condition can be read, is true or false, and reads only what is known by then. */
export function checkConditions(definition: Unhashed, places: Places): DefinitionProblem[] {
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
  const flow = walkKnown(definition.flow, start, places, check)
  // An appeal comes after any way through the flow: it can only count on what was known at the start.
  const appeal = walkKnown(definition.appeal?.flow ?? [], start, places, check)
  return [...fields, ...requires, ...tableCircles(definition), ...flow.problems, ...appeal.problems]
}

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
