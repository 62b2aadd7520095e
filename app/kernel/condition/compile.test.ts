import { describe, expect, it } from 'vitest'
import { compileCondition, holds } from './compile.ts'
import { parseCondition } from './parse.ts'
import { type Values, type ValueTypes } from './value-type.ts'

const TYPES: ValueTypes = {
  x: { kind: 'number' },
  y: { kind: 'number' },
  kitchen: { kind: 'text', oneOf: ['none', 'cold', 'hot'] },
  ready: { kind: 'boolean' },
  born: { kind: 'date' },
}

function evaluate(source: string, values: Values = {}): boolean | null {
  const parsed = parseCondition(source)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return compileCondition(parsed.condition, TYPES)(values)
}

describe('compileCondition', () => {
  it.each<[string, Values, boolean | null]>([
    ['0.1 + 0.2 = 0.3', {}, true],
    ['x + y = 0.3', { x: 0.1, y: 0.2 }, true],
    ['x = 1.10', { x: '1.1' }, true],
    ['x * 3 = 1', { x: '0.3333333333333333333333333333333333' }, false],
    ['1 / 3 = 0.3333333333333333333333333333333333', {}, true],
    ['2 / 3 = 0.6666666666666666666666666666666667', {}, true],
    ['x / 0 = 1', { x: 1 }, null],
    ['x > 1', { x: 1e21 }, true],
    ['x > 0', { x: 5e-324 }, true],
    ['x < 0', { x: -1e-7 }, true],
    ['x = 1', { x: NaN }, null],
    ['x between 1 and 5', { x: 5 }, true],
    ['x in (1..5]', { x: 1 }, false],
    ['x in (1..5]', { x: 5 }, true],
    ['x in [1..5)', { x: 5 }, false],
    ['x in (1, 3, [7..8])', { x: 7.5 }, true],
    ['x in (1, 3)', { x: 2 }, false],
    ['kitchen in ("cold", "hot")', { kitchen: 'hot' }, true],
    ['born < date("2026-01-31")', { born: '2026-01-30' }, true],
    ['born = date("2026-01-31")', { born: '2026-01-31' }, true],
    ['-x = -3', { x: 3 }, true],
    ['2 - 3 - 4 = -5', {}, true],
    ['2 + 3 * 4 = 14', {}, true],
    ['12 / 2 / 3 = 2', {}, true],
    ['(x > 1) = ready', { x: 2, ready: true }, true],
  ])('%s with %j is %s', (source, values, expected) => {
    expect(evaluate(source, values)).toBe(expected)
  })

  it.each<[string, boolean | null]>([
    ['x = 1', null],
    ['x != 1', null],
    ['x > 1', null],
    ['x = y', null],
    ['x = null', true],
    ['x != null', false],
    ['null = null', true],
    ['x in (1, 2)', null],
    ['x in (1, null)', true],
    ['not(ready)', null],
    ['ready and false', false],
    ['ready and true', null],
    ['ready or true', true],
    ['ready or false', null],
    ['x > 1 or kitchen = null', true],
  ])('three-valued: %s is %s when nothing is known', (source, expected) => {
    expect(evaluate(source)).toBe(expected)
  })

  it('holds for true only', () => {
    expect([true, false, null].map((value) => holds(() => value, {}))).toEqual([true, false, false])
  })

  it.each<[string, Values]>([
    ['x = 1', { x: 'many' }],
    ['x = 1', { x: true }],
    ['x = 1', { x: '1'.repeat(40) }],
    ['kitchen = "hot"', { kitchen: 5 }],
    ['ready', { ready: 'true' }],
    ['born < date("2026-01-31")', { born: '31.1.2026' }],
  ])('takes a value of another kind for unknown: %s with %j', (source, values) => {
    expect(evaluate(source, values)).toBeNull()
  })

  it('never reads inherited properties', () => {
    const inherited: Values = Object.create({ x: 1 })
    expect(evaluate('x = 1', inherited)).toBeNull()
  })

  it('is null, not an error, for parts that were never checked', () => {
    expect(evaluate('unknown_name = 1 or x = "a" or born + 1 > 2', { x: 1, born: '2026-01-01' })).toBeNull()
  })
})
