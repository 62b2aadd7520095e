import { kindOf } from './kind.ts'
import { nearestName } from './nearest-name.ts'
import { partsOf, type Expression, type Part } from './syntax.ts'
import { type ValueTypes } from './value-type.ts'
import { problemAt, type ConditionProblem } from './problem.ts'

/**
 * Checks names and types. The whole must be true or false.
 * @returns every problem found, in source order: unknown_name, type_mismatch, not_boolean, not_one_of; empty when sound.
 * Numbers and dates have an order; text and booleans only = and !=. null compares with anything, by = and != only.
 */
export function checkCondition(expression: Expression, types: ValueTypes): ConditionProblem[] {
  const problems = [...inner(expression, types), ...mustBeBoolean(expression, types)]
  return problems.sort((a, b) => a.from - b.from)
}

function inner(expression: Expression, types: ValueTypes): ConditionProblem[] {
  return [...partsOf(expression).flatMap((part) => inner(part, types)), ...own(expression, types)]
}

/** The problems of a node itself, not of its parts. */
function own(expression: Expression, types: ValueTypes): ConditionProblem[] {
  switch (expression.kind) {
    case 'name':
      return checkName(expression, types)
    case 'and':
    case 'or':
    case 'not':
      return partsOf(expression).flatMap((part) => mustBeBoolean(part, types))
    case 'negate':
    case 'arithmetic':
      return checkNumbers(expression, types)
    case 'compare':
      return checkPair(expression.operator, expression.left, expression.right, types)
    case 'between':
      return [expression.low, expression.high].flatMap((end) => checkPair('between', expression.operand, end, types))
    case 'in':
      return checkIn(expression, types)
    default:
      return []
  }
}

function checkName(part: Part<'name'>, types: ValueTypes): ConditionProblem[] {
  if (Object.hasOwn(types, part.name)) return []
  return [problemAt('unknown_name', part, { name: part.name, suggestion: nearestName(part.name, Object.keys(types)) })]
}

function mustBeBoolean(part: Expression, types: ValueTypes): ConditionProblem[] {
  const found = kindOf(part, types)
  return found === 'boolean' || found === 'unknown' ? [] : [problemAt('not_boolean', part, { found })]
}

function checkNumbers(part: Part<'negate' | 'arithmetic'>, types: ValueTypes): ConditionProblem[] {
  const [left, right] = part.kind === 'negate' ? (['number', kindOf(part.operand, types)] as const) : [kindOf(part.left, types), kindOf(part.right, types)]
  const fine = [left, right].every((kind) => kind === 'number' || kind === 'unknown')
  return fine ? [] : [problemAt('type_mismatch', part, { operator: part.kind === 'negate' ? '-' : part.operator, left, right })]
}

function checkIn(part: Part<'in'>, types: ValueTypes): ConditionProblem[] {
  return part.tests.flatMap((test) =>
    test.kind === 'value'
      ? checkPair('in', part.operand, test.value, types)
      : [test.low, test.high].flatMap((end) => checkPair('..', part.operand, end, types)),
  )
}

const EQUALITY = new Set(['=', '!=', 'in'])

function checkPair(operator: string, left: Expression, right: Expression, types: ValueTypes): ConditionProblem[] {
  const [leftKind, rightKind] = [kindOf(left, types), kindOf(right, types)]
  const kinds = [leftKind, rightKind]
  if (kinds.includes('unknown')) return []
  const alike = leftKind === rightKind || (EQUALITY.has(operator) && kinds.includes('null'))
  const ordered = EQUALITY.has(operator) || leftKind === 'number' || leftKind === 'date'
  if (alike && ordered) return [...checkChoice(left, right, types), ...checkChoice(right, left, types)]
  return [problemAt('type_mismatch', { from: left.from, to: right.to }, { operator, left: leftKind, right: rightKind })]
}

function checkChoice(choice: Expression, constant: Expression, types: ValueTypes): ConditionProblem[] {
  if (choice.kind !== 'name' || constant.kind !== 'text') return []
  const type = types[choice.name]
  if (type?.kind !== 'text' || !type.oneOf || type.oneOf.includes(constant.value)) return []
  return [problemAt('not_one_of', constant, { name: choice.name, found: constant.value, allowed: type.oneOf })]
}
