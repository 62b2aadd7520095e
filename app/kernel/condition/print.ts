import { type Expression, type Test } from './syntax.ts'
import { quoteText } from './literal.ts'

/** How tightly each node binds; an operand that binds less stands in brackets. */
const STRENGTH = { or: 1, and: 2, compare: 3, sum: 4, product: 5, negate: 6, atom: 7 }

/** A condition as FEEL text; parsing it gives the same tree (offsets aside), if it is short enough. */
export function printCondition(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.text
    case 'text':
      return quoteText(expression.value)
    case 'boolean':
      return String(expression.value)
    case 'date':
      return `date("${expression.value}")`
    case 'null':
      return 'null'
    case 'name':
      return expression.name
    case 'not':
      return `not(${printCondition(expression.operand)})`
    case 'negate':
      return expression.operand.kind === 'name' ? `-${expression.operand.name}` : `-(${printCondition(expression.operand)})`
    case 'and':
    case 'or':
      return expression.parts.map((part) => operand(part, STRENGTH[expression.kind] + 1)).join(` ${expression.kind} `)
    case 'arithmetic':
      return `${operand(expression.left, strengthOf(expression))} ${expression.operator} ${operand(expression.right, strengthOf(expression) + 1)}`
    case 'compare':
      return `${operand(expression.left, STRENGTH.sum)} ${expression.operator} ${operand(expression.right, STRENGTH.sum)}`
    case 'between':
      return `${operand(expression.operand, STRENGTH.sum)} between ${operand(expression.low, STRENGTH.sum)} and ${operand(expression.high, STRENGTH.sum)}`
    case 'in':
      return `${operand(expression.operand, STRENGTH.sum)} in ${printTests(expression.tests)}`
    default:
      return expression satisfies never
  }
}

const operand = (expression: Expression, least: number): string =>
  strengthOf(expression) >= least ? printCondition(expression) : `(${printCondition(expression)})`

function strengthOf(expression: Expression): number {
  switch (expression.kind) {
    case 'or':
    case 'and':
    case 'negate':
      return STRENGTH[expression.kind]
    case 'arithmetic':
      return expression.operator === '+' || expression.operator === '-' ? STRENGTH.sum : STRENGTH.product
    case 'compare':
    case 'between':
    case 'in':
      return STRENGTH.compare
    default:
      return STRENGTH.atom
  }
}

function printTests(tests: readonly Test[]): string {
  const [only] = tests
  if (only?.kind === 'range' && tests.length === 1) return printTest(only)
  return `(${tests.map(printTest).join(', ')})`
}

function printTest(test: Test): string {
  if (test.kind === 'value') return operand(test.value, STRENGTH.sum)
  const [open, close] = [test.lowOpen ? '(' : '[', test.highOpen ? ')' : ']']
  return `${open}${operand(test.low, STRENGTH.sum)}..${operand(test.high, STRENGTH.sum)}${close}`
}
