import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCondition } from './check.ts'
import { compileCondition } from './compile.ts'
import { add, divide, multiply, subtract, type Decimal } from './decimal.ts'
import { type Expression, type Test } from './syntax.ts'
import { type Scalar, type Values, type ValueTypes } from './value-type.ts'

/** A second, naive evaluator over fractions of BigInts, written apart from the compiler, to compare it with. */
type Fraction = { n: bigint; d: bigint }
type Result = Fraction | string | boolean | null

const TYPES: ValueTypes = {
  x: { kind: 'number' },
  y: { kind: 'number' },
  word: { kind: 'text' },
  flag: { kind: 'boolean' },
  day: { kind: 'date' },
}

const isFraction = (value: Result): value is Fraction => typeof value === 'object' && value !== null

function fraction(text: string): Fraction {
  const [mantissa = '0', exponent = '0'] = text.split('e')
  const [whole = '0', decimals = ''] = mantissa.split('.')
  const power = Number(exponent) - decimals.length
  const n = BigInt(whole + decimals)
  return power < 0 ? { n, d: 10n ** BigInt(-power) } : { n: n * 10n ** BigInt(power), d: 1n }
}

/** To 34 significant digits, half-even, by trying scales until the whole part has 34 digits. */
function rounded({ n, d }: Fraction): Fraction {
  if (n === 0n) return { n, d: 1n }
  const [size, sign] = n < 0n ? [-n, -1n] : [n, 1n]
  let power = 33 - (String(size).length - String(d).length)
  const scaled = (): Fraction => (power < 0 ? { n: size, d: d * 10n ** BigInt(-power) } : { n: size * 10n ** BigInt(power), d })
  if (scaled().n / scaled().d < 10n ** 33n) power += 1
  const exact = scaled()
  const floor = exact.n / exact.d
  const twice = (exact.n - floor * exact.d) * 2n
  const up = twice > exact.d || (twice === exact.d && floor % 2n === 1n)
  const digits = sign * (floor + (up ? 1n : 0n))
  return power < 0 ? { n: digits * 10n ** BigInt(-power), d: 1n } : { n: digits, d: 10n ** BigInt(power) }
}

function arithmetic(operator: string, a: Fraction, b: Fraction): Fraction | null {
  switch (operator) {
    case '+':
      return rounded({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
    case '-':
      return rounded({ n: a.n * b.d - b.n * a.d, d: a.d * b.d })
    case '*':
      return rounded({ n: a.n * b.n, d: a.d * b.d })
    default:
      return b.n === 0n ? null : rounded(b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n })
  }
}

function compared(operator: string, a: Result, b: Result): boolean | null {
  if (a === null || b === null) return null
  const [left, right] = isFraction(a) && isFraction(b) ? [a.n * b.d, b.n * a.d] : [a as string, b as string]
  const answers: Record<string, boolean> = { '=': left === right, '!=': left !== right, '<': left < right, '<=': left <= right, '>': left > right, '>=': left >= right }
  return answers[operator] ?? null
}

const rank = (value: Result): number => (value === null ? 1 : value === true ? 2 : 0)
const byRank = [false, null, true]
const least = (values: Result[]): boolean | null => byRank[Math.min(...values.map(rank))] ?? null
const most = (values: Result[]): boolean | null => byRank[Math.max(...values.map(rank))] ?? null

function valueOf(name: string, scalar: Scalar): Result {
  return TYPES[name]?.kind === 'number' && scalar !== null ? fraction(String(scalar)) : scalar as Result
}

function naive(tree: Expression, values: Values): Result {
  const of = (part: Expression): Result => naive(part, values)
  switch (tree.kind) {
    case 'number':
      return fraction(tree.text)
    case 'null':
      return null
    case 'name':
      return valueOf(tree.name, values[tree.name] ?? null)
    case 'negate': {
      const value = of(tree.operand)
      return isFraction(value) ? { n: -value.n, d: value.d } : null
    }
    case 'arithmetic': {
      const [left, right] = [of(tree.left), of(tree.right)]
      return isFraction(left) && isFraction(right) ? arithmetic(tree.operator, left, right) : null
    }
    case 'compare':
      if (tree.right.kind === 'null') return (of(tree.left) === null) === (tree.operator === '=')
      return compared(tree.operator, of(tree.left), of(tree.right))
    case 'between':
      return least([compared('<=', of(tree.low), of(tree.operand)), compared('<=', of(tree.operand), of(tree.high))])
    case 'in':
      return most(tree.tests.map((test) => inTest(of(tree.operand), test, of)))
    case 'and':
      return least(tree.parts.map(of))
    case 'or':
      return most(tree.parts.map(of))
    case 'not': {
      const value = of(tree.operand)
      return value === null ? null : value === false
    }
    default:
      return tree.value
  }
}

function inTest(operand: Result, test: Test, of: (part: Expression) => Result): boolean | null {
  if (test.kind === 'value') return test.value.kind === 'null' ? operand === null : compared('=', operand, of(test.value))
  return least([compared(test.lowOpen ? '>' : '>=', operand, of(test.low)), compared(test.highOpen ? '<' : '<=', operand, of(test.high))])
}

const node = (value: object): Expression => ({ ...value, from: 0, to: 0 }) as Expression
const named = (...names: string[]) => fc.constantFrom(...names).map((name) => node({ kind: 'name', name }))
const NULL = node({ kind: 'null' })

/** Sound conditions: only what checkCondition accepts. */
const { condition } = fc.letrec<{ number: Expression; text: Expression; date: Expression; condition: Expression }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4 },
    named('x', 'y'),
    fc.constantFrom('0', '1', '3', '-7', '0.1', '0.2', '0.3', '99999999999999999999.99999', '-0.000001').map((text) => node({ kind: 'number', text })),
    tie('number').map((operand) => node({ kind: 'negate', operand })),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number')).map(([left, operator, right]) => node({ kind: 'arithmetic', operator, left, right })),
  ),
  text: fc.oneof(named('word'), fc.constantFrom('', 'hot', 'cold').map((value) => node({ kind: 'text', value }))),
  date: fc.oneof(named('day'), fc.constantFrom('2026-01-31', '2027-02-05').map((value) => node({ kind: 'date', value }))),
  condition: fc.oneof(
    { maxDepth: 3 },
    named('flag'),
    fc.boolean().map((value) => node({ kind: 'boolean', value })),
    fc.tuple(fc.oneof(tie('number'), tie('text'), tie('date'), named('flag')), fc.constantFrom('=', '!=')).map(([left, operator]) => node({ kind: 'compare', operator, left, right: NULL })),
    fc.tuple(tie('text'), fc.constantFrom('=', '!='), tie('text')).map(([left, operator, right]) => node({ kind: 'compare', operator, left, right })),
    ordered(tie('number')),
    ordered(tie('date')),
    fc.tuple(fc.constantFrom('and', 'or'), fc.array(tie('condition'), { minLength: 2, maxLength: 4 })).map(([kind, parts]) => node({ kind, parts })),
    tie('condition').map((operand) => node({ kind: 'not', operand })),
  ),
}))

function ordered(part: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const range = fc.tuple(part, part, fc.boolean(), fc.boolean()).map(([low, high, lowOpen, highOpen]) => ({ kind: 'range', low, high, lowOpen, highOpen, from: 0, to: 0 }))
  const test = fc.oneof(part.map((value) => ({ kind: 'value', value, from: 0, to: 0 })), fc.constant({ kind: 'value', value: NULL, from: 0, to: 0 }), range)
  return fc.oneof(
    fc.tuple(part, fc.constantFrom('=', '!=', '<', '<=', '>', '>='), part).map(([left, operator, right]) => node({ kind: 'compare', operator, left, right })),
    fc.tuple(part, part, part).map(([operand, low, high]) => node({ kind: 'between', operand, low, high })),
    fc.tuple(part, fc.array(test, { minLength: 1, maxLength: 3 })).map(([operand, tests]) => node({ kind: 'in', operand, tests })),
  )
}

const number = fc.oneof(fc.constantFrom<Scalar>(null, 0, 0.1, 0.2, 1, 3, '0.3', '-12.50'), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }))
const values = fc.record({
  x: number,
  y: number,
  word: fc.constantFrom<Scalar>(null, '', 'hot', 'cold'),
  flag: fc.constantFrom<Scalar>(null, true, false),
  day: fc.constantFrom<Scalar>(null, '2026-01-31', '2030-01-01'),
})

const digits = fc.tuple(fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }), fc.nat(33)).map(([coefficient, cut]) => coefficient / 10n ** BigInt(cut))
const decimal = fc.record({ coefficient: digits, scale: fc.integer({ min: -5, max: 40 }) })
const asFraction = ({ coefficient, scale }: Decimal): Fraction => (scale < 0 ? { n: coefficient * 10n ** BigInt(-scale), d: 1n } : { n: coefficient, d: 10n ** BigInt(scale) })

describe('decimal arithmetic', () => {
  it.each([['+', add], ['-', subtract], ['*', multiply], ['/', divide]] as const)('%s agrees with fractions rounded to 34 digits', (operator, operate) => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [ours, theirs] = [operate(a, b), arithmetic(operator, asFraction(a), asFraction(b))]
        if (!ours || !theirs) return ours === theirs
        const mine = asFraction(ours)
        return mine.n * theirs.d === theirs.n * mine.d
      }),
      { numRuns: 3000 },
    )
  })
})

describe('compiled conditions', () => {
  it('agree with a naive evaluator over fractions', () => {
    fc.assert(
      fc.property(condition, values, (tree, given) => {
        expect(checkCondition(tree, TYPES)).toEqual([])
        expect(compileCondition(tree, TYPES)(given)).toBe(naive(tree, given))
      }),
      { numRuns: 3000 },
    )
  })
})
