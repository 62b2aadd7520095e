import { compareNull, compareParts } from './compile-compare.ts'
import { readBoolean, type Read } from './read-value.ts'
import { kindOf } from './kind.ts'
import { type Expression, type Part, type Test } from './syntax.ts'
import { type Values, type ValueTypes } from './value-type.ts'

export type CompiledCondition = (values: Values) => boolean | null

/**
 * Turns a checked condition into a function, once; no eval, no loop beyond the condition's own length.
 * @param expression one that checkCondition found sound; a part that is not sound is null, nothing throws.
 * @returns true, false, or null (unknown). A comparison with an absent value is null but for `= null` and `!= null`,
 * and/or/not follow Kleene's three-valued logic. (DMN lets `x = 1` be false for an absent x; here it is null, so that
 * `x != 1` does not come true because nobody has answered.)
 */
export function compileCondition(expression: Expression, types: ValueTypes): CompiledCondition {
  return compileBoolean(expression, types)
}

/** True only if the condition is true: what is unknown doesn't hold. */
export const holds = (compiled: CompiledCondition, values: Values): boolean => compiled(values) === true

function compileBoolean(expression: Expression, types: ValueTypes): Read<boolean> {
  switch (expression.kind) {
    case 'boolean':
      return () => expression.value
    case 'name':
      return kindOf(expression, types) === 'boolean' ? readBoolean(expression.name) : () => null
    case 'and':
      return every(expression.parts.map((part) => compileBoolean(part, types)))
    case 'or':
      return some(expression.parts.map((part) => compileBoolean(part, types)))
    case 'not':
      return not(compileBoolean(expression.operand, types))
    case 'compare':
      return compileCompare(expression, types)
    case 'between':
      return every([compare('>=', expression.operand, expression.low, types), compare('<=', expression.operand, expression.high, types)])
    case 'in':
      return some(expression.tests.map((test) => compileTest(expression.operand, test, types)))
    default:
      return () => null
  }
}

const compileCompare = (part: Part<'compare'>, types: ValueTypes): Read<boolean> => compare(part.operator, part.left, part.right, types)

function compare(operator: Part<'compare'>['operator'], left: Expression, right: Expression, types: ValueTypes): Read<boolean> {
  const withNull = right.kind === 'null' ? left : left.kind === 'null' ? right : null
  if (withNull) return compareNull(operator, withNull, types, compileBoolean)
  return compareParts(operator, left, right, types, compileBoolean)
}

function compileTest(operand: Expression, test: Test, types: ValueTypes): Read<boolean> {
  if (test.kind === 'value') return compare('=', operand, test.value, types)
  return every([
    compare(test.lowOpen ? '>' : '>=', operand, test.low, types),
    compare(test.highOpen ? '<' : '<=', operand, test.high, types),
  ])
}

const not = (part: Read<boolean>): Read<boolean> => (values) => {
  const value = part(values)
  return value === null ? null : !value
}

const every = (parts: readonly Read<boolean>[]): Read<boolean> => until(parts, false)
const some = (parts: readonly Read<boolean>[]): Read<boolean> => until(parts, true)

/** Kleene: `decisive` wins at once, otherwise unknown if any part is, otherwise the opposite. */
const until = (parts: readonly Read<boolean>[], decisive: boolean): Read<boolean> => (values) => {
  let result: boolean | null = !decisive
  for (const part of parts) {
    const value = part(values)
    if (value === decisive) return decisive
    if (value === null) result = null
  }
  return result
}
