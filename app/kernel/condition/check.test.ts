import { describe, expect, it } from 'vitest'
import { checkCondition } from './check.ts'
import { describeConditionProblem } from './describe.ts'
import { parseCondition } from './parse.ts'
import { type ConditionProblem } from './problem.ts'
import { type ValueTypes } from './value-type.ts'

const TYPES: ValueTypes = {
  seats: { kind: 'number' },
  kitchen: { kind: 'text', oneOf: ['none', 'cold', 'hot'] },
  name: { kind: 'text' },
  ready: { kind: 'boolean' },
  born: { kind: 'date' },
}

function problemsOf(source: string): ConditionProblem[] {
  const parsed = parseCondition(source)
  return parsed.ok ? checkCondition(parsed.condition, TYPES) : [parsed.problem]
}

describe('checkCondition', () => {
  it.each([
    'seats > 50 and kitchen != "none"',
    'born < date("2008-01-01") or ready',
    'kitchen in ("cold", "hot")',
    'kitchen in ("cold", null)',
    '"hot" = kitchen',
    'seats * 2 + 1 between 1 and 10',
    'born in [date("2000-01-01")..date("2001-01-01")]',
    'ready = null or name != null',
    '(seats > 5) = ready',
    'not(ready) and true',
  ])('accepts %s', (source) => {
    expect(problemsOf(source)).toEqual([])
  })

  it.each([
    ['seat > 5', 'unknown_name', { name: 'seat', suggestion: 'seats' }],
    ['kitchn = "hot"', 'unknown_name', { name: 'kitchn', suggestion: 'kitchen' }],
    ['wholly_other', 'unknown_name', { name: 'wholly_other', suggestion: null }],
    ['constructor = 1', 'unknown_name', { name: 'constructor', suggestion: null }],
    ['__proto__ = null', 'unknown_name', { name: '__proto__', suggestion: null }],
    ['hasOwnProperty', 'unknown_name', { name: 'hasOwnProperty', suggestion: null }],
    ['seats = "5"', 'type_mismatch', { operator: '=', left: 'number', right: 'text' }],
    ['born > "2026-01-01"', 'type_mismatch', { operator: '>', left: 'date', right: 'text' }],
    ['name < "b"', 'type_mismatch', { operator: '<', left: 'text', right: 'text' }],
    ['ready < true', 'type_mismatch', { operator: '<', left: 'boolean', right: 'boolean' }],
    ['seats > null', 'type_mismatch', { operator: '>', left: 'number', right: 'null' }],
    ['seats between 1 and null', 'type_mismatch', { operator: 'between', left: 'number', right: 'null' }],
    ['seats in (1, "2")', 'type_mismatch', { operator: 'in', left: 'number', right: 'text' }],
    ['name in ["a".."b"]', 'type_mismatch', { operator: '..', left: 'text', right: 'text' }],
    ['born + 1 > 2', 'type_mismatch', { operator: '+', left: 'date', right: 'number' }],
    ['-name = 1', 'type_mismatch', { operator: '-', left: 'number', right: 'text' }],
    ['seats', 'not_boolean', { found: 'number' }],
    ['ready and name', 'not_boolean', { found: 'text' }],
    ['not(null)', 'not_boolean', { found: 'null' }],
    ['kitchen = "hto"', 'not_one_of', { name: 'kitchen', found: 'hto', allowed: ['none', 'cold', 'hot'] }],
    ['kitchen in ("hot", "warm")', 'not_one_of', { name: 'kitchen', found: 'warm', allowed: ['none', 'cold', 'hot'] }],
  ])('refuses %s: %s', (source, code, params) => {
    expect(problemsOf(source)).toContainEqual(expect.objectContaining({ code, params }))
  })

  it('reports everything, in the order of the source', () => {
    expect(problemsOf('kitchen = "x" and seat > 1 and name').map(({ code }) => code)).toEqual(['not_one_of', 'unknown_name', 'not_boolean'])
  })
})

describe('describeConditionProblem', () => {
  it.each([
    ['seat > 5', '"seat" is not a data name of this service; did you mean "seats"?'],
    ['wholly_other', '"wholly_other" is not a data name of this service; declare it under data.'],
    ['born > "2026-01-01"', '">" can\'t be used between a date and text; write the date as date("YYYY-MM-DD").'],
    ['kitchen = "hto"', '"kitchen" is never "hto"; write one of "none", "cold", "hot".'],
    ['seats', 'This is a number, not true or false; compare it with something.'],
    ['not ready', '"not ready" can\'t be used: write not(…) with brackets.'],
    ['a in [1, 2]', '"[1, 2]" can\'t be used: write the values in round brackets after in: x in (1, 2, 3).'],
    ['seats >', 'The condition is incomplete; write something like seats > 50.'],
    ['seats = date("2026-02-30")', '"2026-02-30" is not a date of the calendar; write it as YYYY-MM-DD.'],
  ])('tells the author of %s what to write', (source, sentence) => {
    const [problem] = problemsOf(source)
    expect(problem && describeConditionProblem(problem)).toBe(sentence)
  })

  it('has one sentence for every problem', () => {
    const sources = ['a\u202e', '1e9 = 1', 'x'.repeat(1001), `${'('.repeat(31)}a${')'.repeat(31)}`, 'name < name', 'seats > null', 'a = 1 b']
    for (const problem of sources.flatMap(problemsOf)) expect(describeConditionProblem(problem)).toMatch(/^\S.*[.?]$/s)
  })
})
