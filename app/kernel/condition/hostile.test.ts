import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCondition } from './check.ts'
import { compileCondition } from './compile.ts'
import { describeConditionProblem } from './describe.ts'
import { constantsByName, namesBeyondConstants } from './names.ts'
import { parseCondition } from './parse.ts'
import { printCondition } from './print.ts'
import { type Scalar, type ValueTypes } from './value-type.ts'

const TYPES: ValueTypes = { a: { kind: 'number' }, b: { kind: 'text', oneOf: ['x'] }, c: { kind: 'boolean' }, d: { kind: 'date' } }

/** All a condition goes through; never throws, whatever it is. */
function goThrough(source: string): string {
  const parsed = parseCondition(source)
  if (!parsed.ok) return describeConditionProblem(parsed.problem)
  const { condition } = parsed
  printCondition(condition)
  constantsByName(condition)
  namesBeyondConstants(condition)
  const value = compileCondition(condition, TYPES)({ a: 1, b: 'x', c: true, d: '2026-01-01' } satisfies Record<string, Scalar>)
  return [...checkCondition(condition, TYPES).map(describeConditionProblem), String(value)].join(' ')
}

function timed(act: () => void): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

const words = ['a', 'b', 'c', 'd', '1', '0.5', '"x"', '=', '<', '>=', '!=', 'and', 'or', 'not(', '(', ')', '[', ']', '..', ',', 'in', 'between', 'null', 'true', 'date("2026-01-01")', '+', '-', '*', '/', '**', '.', 'if', 'then', 'else', 'for', 'some', '{', '}', '"', '@', '?', '//', '/*', '\\', '__proto__', 'constructor', '\u200f', '\u0000', 'e9']

describe('hostile conditions', () => {
  it('random characters are answered, never thrown at', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => typeof goThrough(source) === 'string'), { numRuns: 10_000 })
  })

  it('random words of the language are answered, never thrown at', () => {
    const soup = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((chosen) => chosen.join(' '))
    fc.assert(fc.property(soup, (source) => typeof goThrough(source) === 'string'), { numRuns: 10_000 })
  })

  it.each([
    ['1 MB of text', 'a'.repeat(1_000_000)],
    ['1 MB of brackets', '('.repeat(1_000_000)],
    ['the deepest brackets', '('.repeat(499) + 'a' + ')'.repeat(500)],
    ['the longest chain', `${'a or '.repeat(199)}a`],
    ['a chain of in', `${'a in 1 or '.repeat(99)}c`],
    ['the deepest minus', `${'-'.repeat(990)}a = 1`],
    ['nested not', `${'not('.repeat(199)}c${')'.repeat(199)}`],
    ['nested lists', '['.repeat(1000)],
    ['nested if', 'if a then '.repeat(100)],
    ['huge numbers', `a = ${'9'.repeat(990)}`],
    ['backslashes', `b = "${'\\'.repeat(900)}"`],
    ['products', `${'a*'.repeat(400)}a > 1`],
    ['prototype walks', 'constructor.constructor("return process")()'],
  ])('%s is answered within 100 ms', (_name, source) => {
    goThrough(source)
    expect(timed(() => goThrough(source))).toBeLessThan(100)
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'])('%s is an unknown name', (name) => {
    const parsed = parseCondition(`${name} = 1`)
    expect(parsed.ok && checkCondition(parsed.condition, TYPES).map(({ code }) => code)).toEqual(['unknown_name'])
    expect(parsed.ok && compileCondition(parsed.condition, TYPES)({})).toBeNull()
  })
})
