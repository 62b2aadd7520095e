import { add, decimalOfText, divide, multiply, negate, subtract, type Decimal } from './decimal.ts'
import { kindOf } from './kind.ts'
import { readNumber, type Read } from './read-value.ts'
import { type ArithmeticOperator, type Expression } from './syntax.ts'
import { type ValueTypes } from './value-type.ts'

const OPERATIONS: Record<ArithmeticOperator, (a: Decimal, b: Decimal) => Decimal | null> = { '+': add, '-': subtract, '*': multiply, '/': divide }

/** A number part as exact decimal; null where a value is absent, a divisor zero, or the result out of range. */
export function compileNumber(part: Expression, types: ValueTypes): Read<Decimal> {
  switch (part.kind) {
    case 'number':
      return constant(decimalOfText(part.text))
    case 'name':
      return kindOf(part, types) === 'number' ? readNumber(part.name) : constant(null)
    case 'negate':
      return compileNegate(compileNumber(part.operand, types))
    case 'arithmetic':
      return compileOperation(OPERATIONS[part.operator], compileNumber(part.left, types), compileNumber(part.right, types))
    default:
      return constant(null)
  }
}

const constant = (value: Decimal | null): Read<Decimal> => () => value

const compileNegate = (operand: Read<Decimal>): Read<Decimal> => (values) => {
  const value = operand(values)
  return value === null ? null : negate(value)
}

const compileOperation = (operate: (a: Decimal, b: Decimal) => Decimal | null, left: Read<Decimal>, right: Read<Decimal>): Read<Decimal> => (values) => {
  const a = left(values)
  const b = right(values)
  return a === null || b === null ? null : operate(a, b)
}
