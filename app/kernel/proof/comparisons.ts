import { compileNumber } from '#app/kernel/condition/compile-number.ts'
import { decimalText } from '#app/kernel/condition/decimal.ts'
import { kindOf } from '#app/kernel/condition/kind.ts'
import { namesIn } from '#app/kernel/condition/names.ts'
import { partsOf, type Expression } from '#app/kernel/condition/syntax.ts'
import { type ValueTypes } from '#app/kernel/condition/value-type.ts'

/**
 * What one comparison sets side by side: its names, its constants (numbers as decimal text) and whether a name is
 * calculated with, so that the constants are not where the comparison turns.
 */
export type Comparison = { names: readonly string[]; constants: readonly string[]; calculated: boolean }

/** Every comparison of numbers, dates or texts in a condition. Booleans have two values only and need none. */
export function comparisonsIn(expression: Expression, types: ValueTypes): Comparison[] {
  return [...ownComparisons(expression, types), ...partsOf(expression).flatMap((part) => comparisonsIn(part, types))]
}

function ownComparisons(part: Expression, types: ValueTypes): Comparison[] {
  if (part.kind !== 'compare' && part.kind !== 'between' && part.kind !== 'in') return []
  const [first, ...others] = partsOf(part)
  if (!first) return []
  return others.filter((other) => ![first, other].some((side) => kindOf(side, types) === 'boolean')).map((other) => comparisonOf([first, other]))
}

function comparisonOf(sides: readonly Expression[]): Comparison {
  return {
    names: [...new Set(sides.flatMap(namesIn))],
    constants: sides.flatMap(constantsOf),
    calculated: sides.some((side) => side.kind !== 'name' && namesIn(side).length > 0),
  }
}

/** A side without names is one constant (`5 * 10` is 50); of any other side, the constants it is made of. */
function constantsOf(side: Expression): string[] {
  if (side.kind === 'text' || side.kind === 'date') return [side.value]
  if (namesIn(side).length > 0) return partsOf(side).flatMap(constantsOf)
  const number = compileNumber(side, {})({})
  return number === null ? [] : [decimalText(number)]
}
