import { compareDecimals } from './decimal.ts'
import { compileNumber } from './compile-number.ts'
import { kindOf } from './kind.ts'
import { readDate, readText, type Read } from './read-value.ts'
import { type CompareOperator, type Expression } from './syntax.ts'
import { type ValueTypes } from './value-type.ts'

type CompileBoolean = (expression: Expression, types: ValueTypes) => Read<boolean>

/** `left operator right` by their common kind; null when either is null or the kinds differ. */
export function compareParts(operator: CompareOperator, left: Expression, right: Expression, types: ValueTypes, compileBoolean: CompileBoolean): Read<boolean> {
  const kind = kindOf(left, types)
  const passes = PASSES[operator]
  if (kind !== kindOf(right, types)) return () => null
  if (kind === 'number') return ordered(compileNumber(left, types), compileNumber(right, types), compareDecimals, passes)
  if (kind === 'text' || kind === 'date') return ordered(compileText(left, types), compileText(right, types), compareText, passes)
  if (kind === 'boolean') return ordered(compileBoolean(left, types), compileBoolean(right, types), compareEqual, passes)
  return () => null
}

/** `part = null` or `part != null`: never unknown. Other operators with null are null. */
export function compareNull(operator: CompareOperator, part: Expression, types: ValueTypes, compileBoolean: CompileBoolean): Read<boolean> {
  if (operator !== '=' && operator !== '!=') return () => null
  const read = compileAny(part, types, compileBoolean)
  return (values) => (read(values) === null) === (operator === '=')
}

const PASSES: Record<CompareOperator, (sign: number) => boolean> = {
  '=': (sign) => sign === 0,
  '!=': (sign) => sign !== 0,
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
const compareEqual = (a: boolean, b: boolean): number => (a === b ? 0 : 1)

function ordered<T>(left: Read<T>, right: Read<T>, compare: (a: T, b: T) => number, passes: (sign: number) => boolean): Read<boolean> {
  return (values) => {
    const a = left(values)
    const b = right(values)
    return a === null || b === null ? null : passes(compare(a, b))
  }
}

/** Text and dates: ISO dates sort as text. */
function compileText(part: Expression, types: ValueTypes): Read<string> {
  if (part.kind === 'text' || part.kind === 'date') return () => part.value
  if (part.kind !== 'name') return () => null
  return kindOf(part, types) === 'date' ? readDate(part.name) : readText(part.name)
}

function compileAny(part: Expression, types: ValueTypes, compileBoolean: CompileBoolean): Read<unknown> {
  switch (kindOf(part, types)) {
    case 'number':
      return compileNumber(part, types)
    case 'text':
    case 'date':
      return compileText(part, types)
    case 'boolean':
      return compileBoolean(part, types)
    default:
      return () => null
  }
}
