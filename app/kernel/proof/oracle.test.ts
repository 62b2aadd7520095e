import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCondition } from '#app/kernel/condition/compile.ts'
import { type Scalar } from '#app/kernel/condition/value-type.ts'
import { choice, condition, integer, text, yesNo } from './conditions.fixture.ts'
import { typesOf, type Domains, type Witness } from './domain.ts'
import { proveBranches } from './prove-branches.ts'
import { satisfiable } from './satisfiable.ts'

/** Every value of every name, tried one by one, against what the proof says. */
const FLAT: Domains = { x: integer(0, 12), y: integer(2, 9, 'maybe'), kind: choice(['a', 'b', 'c'], 'maybe'), flag: yesNo() }
const ASKED: Domains = { x: integer(0, 12), y: integer(2, 9, { unless: condition('x > 5') }), kind: choice(['a', 'b', 'c']), flag: yesNo({ unless: condition('kind = "a" or y = 3') }) }
const VALUES: Record<string, readonly Scalar[]> = {
  x: Array.from({ length: 13 }, (_, index) => index),
  y: [...Array.from({ length: 8 }, (_, index) => index + 2), null],
  kind: ['a', 'b', 'c', null],
  flag: [true, false, null],
}

function everything(domains: Domains): Witness[] {
  const types = typesOf(domains)
  let all: Record<string, Scalar>[] = [{}]
  for (const name of Object.keys(domains)) {
    const values = (VALUES[name] ?? []).filter((value) => value !== null || domains[name]?.absent !== 'never')
    all = all.flatMap((told) => values.map((value) => ({ ...told, [name]: value })))
  }
  const rules = Object.entries(domains).flatMap(([name, { absent }]) => (typeof absent === 'object' ? [[name, compileCondition(absent.unless, types)] as const] : []))
  return all.filter((values) => rules.every(([name, asked]) => (asked(values) === true) === (values[name] !== null)))
}

const number = fc.integer({ min: -1, max: 13 }).map(String)
const numeric = fc.constantFrom('x', 'y')
const atom = (linked: boolean) =>
  fc.oneof(
    fc.tuple(numeric, fc.constantFrom('=', '!=', '<', '<=', '>', '>='), number).map((words) => words.join(' ')),
    fc.tuple(numeric, fc.constantFrom('[', '('), number, number, fc.constantFrom(']', ')')).map(([name, open, low, high, close]) => `${name} in ${open}${low}..${high}${close}`),
    fc.tuple(numeric, number, number).map(([name, low, high]) => `${name} between ${low} and ${high}`),
    fc.tuple(numeric, number, number).map(([name, first, second]) => `${name} in (${first}, [${second}..7], null)`),
    fc.tuple(fc.constantFrom('kind'), fc.constantFrom('=', '!='), fc.constantFrom('"a"', '"b"', '"c"', 'null')).map((words) => words.join(' ')),
    fc.constantFrom('flag', 'flag = false', 'y = null', 'y != null', '(x > 4) = flag', 'x > 3.5', 'true'),
    ...(linked ? [fc.constantFrom('x < y', 'x = y', 'y >= x', 'x + y > 10', 'x * 2 = y', 'y - 1 in [x..9]')] : []),
  )
const source = (linked: boolean) =>
  fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      atom(linked),
      fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((parts) => parts.map((part) => `(${part})`).join(' and ')),
      fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((parts) => parts.map((part) => `(${part})`).join(' or ')),
      tie('condition').map((part) => `not(${part})`),
    ),
  })).condition

const runs = (branches: number) => fc.array(source(true), { minLength: 1, maxLength: branches })

function agrees(domains: Domains, all: readonly Witness[], sources: readonly string[], given: readonly string[]): void {
  const types = typesOf(domains)
  const branches = sources.map((text) => compileCondition(condition(text), types))
  const rules = given.map((text) => compileCondition(condition(text), types))
  const possible = all.filter((values) => rules.every((rule) => rule(values) === true)).map((values) => ({ values, held: branches.map((branch) => branch(values) === true) }))
  const proof = proveBranches(sources.map(condition), domains, given.map((text) => ({ expression: condition(text), holds: true })))
  const fitting = (witness: Witness) => possible.filter(({ values }) => Object.entries(witness).every(([name, value]) => values[name] === value))
  const real = (witness: Witness, shows: (held: boolean[]) => boolean) => fitting(witness).length > 0 && fitting(witness).every(({ held }) => shows(held))

  expect(proof.exact).toBe(true)
  expect(proof.gap !== null).toBe(possible.some(({ held }) => !held.includes(true)))
  if (proof.gap) expect(real(proof.gap, (held) => !held.includes(true))).toBe(true)
  expect(proof.dead).toEqual(sources.flatMap((_, index) => (possible.some(({ held }) => held[index]) ? [] : [index])))
  const pairs = sources.flatMap((_, first) => sources.flatMap((_other, second) => (first < second && possible.some(({ held }) => held[first] && held[second]) ? [`${first} ${second}`] : [])))
  expect(proof.overlaps.map(({ first, second }) => `${first} ${second}`)).toEqual(pairs)
  for (const { first, second, witness } of proof.overlaps) expect(real(witness, (held) => held[first] === true && held[second] === true)).toBe(true)
}

describe('a proof says what trying every value says', () => {
  const flat = everything(FLAT)
  const asked = everything(ASKED)
  it('where values may be missing', () => fc.assert(fc.property(runs(4), (sources) => agrees(FLAT, flat, sources, [])), { numRuns: 600 }))
  it('where questions depend on answers', () => fc.assert(fc.property(runs(4), (sources) => agrees(ASKED, asked, sources, [])), { numRuns: 600 }))
  it('where something is given', () => fc.assert(fc.property(runs(3), runs(2), (sources, given) => agrees(ASKED, asked, sources, given)), { numRuns: 600 }))
  it('of one condition', () => {
    fc.assert(
      fc.property(source(true), runs(2), (wanted, given) => {
        const all = [wanted, ...given].map((text) => compileCondition(condition(text), typesOf(ASKED)))
        const { witness, exact } = satisfiable(condition(wanted), ASKED, given.map((text) => ({ expression: condition(text), holds: true })))
        return exact && (witness !== null) === asked.some((values) => all.every((test) => test(values) === true))
      }),
      { numRuns: 400 },
    )
  })
})

/** Wide ranges, where not every value is tried: the proof against every value of a range just as wide. */
describe('regions stand for all their values', () => {
  const wide: Domains = { x: integer(0, 120), y: integer(20, 90, 'maybe') }
  const all = Array.from({ length: 121 }, (_, x) => [...Array.from({ length: 71 }, (_other, index) => index + 20), null].map((y): Witness => ({ x, y }))).flat()
  const constant = fc.integer({ min: -5, max: 130 }).map(String)
  const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=')
  const comparison = fc.oneof(
    fc.tuple(fc.constantFrom('x', 'y'), operator, constant).map((words) => words.join(' ')),
    fc.tuple(fc.constant('x'), operator, fc.constant('y')).map((words) => words.join(' ')),
    fc.tuple(fc.constantFrom('x', 'y'), constant, fc.constantFrom('x', 'y', '100')).map(([name, low, high]) => `${name} in (${low}..${high}]`),
  )
  const branch = fc.array(comparison, { minLength: 1, maxLength: 3 }).chain((parts) => fc.constantFrom(parts.join(' and '), parts.join(' or ')))
  it('names compared with constants and with each other', () => {
    fc.assert(fc.property(fc.array(branch, { minLength: 1, maxLength: 3 }), (sources) => agrees(wide, all, sources, [])), { numRuns: 150 })
  })
  it('texts compared with each other', () => {
    const domains: Domains = { a: text(), b: text('maybe'), c: choice(['p', 'q']) }
    const words = ['p', 'q', 'r', 's', 't']
    const texts = words.flatMap((a) => [...words, null].flatMap((b) => ['p', 'q'].map((c): Witness => ({ a, b, c }))))
    const compare = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('=', '!='), fc.constantFrom('a', 'b', 'c', '"p"')).map((words) => words.join(' '))
    const sources = fc.array(fc.array(compare, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' and ')), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(sources, (branches) => {
        const types = typesOf(domains)
        const held = texts.map((values) => branches.filter((text) => compileCondition(condition(text), types)(values) === true).length)
        const proof = proveBranches(branches.map(condition), domains)
        return proof.exact && (proof.gap !== null) === held.includes(0) && proof.overlaps.length > 0 === held.some((count) => count > 1)
      }),
      { numRuns: 300 },
    )
  })
})
