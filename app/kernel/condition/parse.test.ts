import { describe, expect, it } from 'vitest'
import { parseCondition } from './parse.ts'
import { printCondition } from './print.ts'

const printed = (source: string): string => {
  const parsed = parseCondition(source)
  return parsed.ok ? printCondition(parsed.condition) : parsed.problem.code
}

const problemOf = (source: string) => {
  const parsed = parseCondition(source)
  return parsed.ok ? null : parsed.problem
}

describe('parseCondition', () => {
  it.each([
    ['kitchen = "hot" or seats > 50 or fire_class = "high"', 'kitchen = "hot" or seats > 50 or fire_class = "high"'],
    ['seats between 1 and 5 and ready', 'seats between 1 and 5 and ready'],
    ['seats in (1,2 , 3)', 'seats in (1, 2, 3)'],
    ['seats in (1..5]', 'seats in (1..5]'],
    ['seats in ]1..5[', 'seats in (1..5)'],
    ['seats in (1, ]2..5])', 'seats in (1, (2..5])'],
    ['not ( ready )', 'not(ready)'],
    ['born<date( "2026-01-31" )', 'born < date("2026-01-31")'],
    ['x = -01.50', 'x = -1.5'],
    ['x = .5 // half', 'x = 0.5'],
    ['x = -  /* minus */ 3', 'x = -3'],
    ['-x*(2-y)/-(3) > 0', '-x * (2 - y) / -(3) > 0'],
    ['(a or b) and c', '(a or b) and c'],
    ['a and (b and c)', 'a and (b and c)'],
    ['name = "say \\"hi\\" \\u0041"', 'name = "say \\"hi\\" A"'],
    ['x = null', 'x = null'],
  ])('reads %s', (source, expected) => {
    expect(printed(source)).toBe(expected)
  })

  it.each([
    ['seats in [1..5] and ready or kitchen = "hot"', 'or'],
    ['ready and seats in [1..5] or ready', 'or'],
    ['seats in (1) and ready', 'and'],
    ['seats in 1 and ready and seats in [2..3]', 'and'],
  ])('lets and/or after a single-test in bind outside it: %s', (source, kind) => {
    const parsed = parseCondition(source)
    expect(parsed.ok && parsed.condition.kind).toBe(kind)
  })

  it.each([
    ['', 'syntax'],
    ['a =', 'syntax'],
    ['(a', 'syntax'],
    ['"open', 'syntax'],
    ['a = 1 b = 2', 'syntax'],
    ['"\\q" = a', 'syntax'],
    ['1..2', 'syntax'],
    ['x = 12345678901234567890123456789012345', 'bad_number'],
    ['x = 1e9', 'bad_number'],
    ['x = 1e999999999', 'bad_number'],
    ['d = date("2026-02-29")', 'bad_date'],
    ['d = date("tomorrow")', 'bad_date'],
    ['a\u202e = 1', 'hidden_character'],
    ['a\u0000 = 1', 'hidden_character'],
    ['a = "x\u200f"', 'hidden_character'],
    ['a = "\ud800"', 'hidden_character'],
    [`${'('.repeat(31)}a${')'.repeat(31)}`, 'too_deep'],
    [`a${' '.repeat(1000)}`, 'too_long'],
  ])('refuses %j as %s', (source, code) => {
    expect(problemOf(source)?.code).toBe(code)
  })

  it.each([
    ['today() = a', 'function'],
    ['not(a, b)', 'function'],
    ['not(x: a)', 'function'],
    ['matches(a, "(x+)+y")', 'function'],
    ['string length(a) = 1', 'function'],
    ['if a then b else c', 'if'],
    ['for i in a return i', 'for'],
    ['some x in a satisfies x', 'quantified'],
    ['every x in a satisfies x', 'quantified'],
    ['a in [1, 2]', 'list'],
    ['{a: 1}', 'context'],
    ['a.b', 'path'],
    ['a[1]', 'filter'],
    ['a instance of number', 'instance_of'],
    ['a ** 2 > 1', 'power'],
    ['time("10:00") = a', 'temporal'],
    ['duration("P1D") = a', 'temporal'],
    ['@"2026-01-01" = a', 'temporal'],
    ['date(a) = b', 'temporal'],
    ['? = 1', 'input'],
    ['a in (< 5, > 7)', 'comparison_test'],
    ['a in (1) = true', 'logic_in_test'],
    ['[1..2]', 'comparison_test'],
    ['a == 1', 'double_operator'],
    ['a <> 1', 'double_operator'],
    ['a AND b', 'spaced_name'],
    ['not a', 'not_without_parentheses'],
    ['function(a) a', 'function_definition'],
  ])('refuses %s: %s is not part of the language', (source, feature) => {
    expect(problemOf(source)).toMatchObject({ code: 'unsupported', params: { feature } })
  })

  it('tells where: offsets cover the words at fault', () => {
    const source = 'seats > 5 and a.b = 1'
    const problem = problemOf(source)
    expect(source.slice(problem?.from, problem?.to)).toBe('a.b')
  })

  it('gives every node its place in the source', () => {
    const parsed = parseCondition('a = 1 and not(b)')
    const parts = parsed.ok && parsed.condition.kind === 'and' ? parsed.condition.parts : []
    expect(parts.map(({ from, to }) => [from, to])).toEqual([[0, 5], [10, 16]])
  })
})
