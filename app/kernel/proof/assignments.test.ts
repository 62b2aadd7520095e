import { describe, expect, it } from 'vitest'
import { type Scalar } from '#app/kernel/condition/value-type.ts'
import { assignments, type Check } from './assignments.ts'
import { conditions, choice, yesNo } from './conditions.fixture.ts'
import { openSpace, withDeciding } from './space.ts'

const DOMAINS = { a: yesNo(), b: choice(['p', 'q']), c: yesNo('maybe') }
const space = () => openSpace(conditions('a', 'b = "p" or b = "q"', 'c'), DOMAINS)

function all(names: readonly string[], checks: readonly Check[] = [], most?: number): { found: Scalar[][]; complete: boolean } {
  const walk = assignments(space(), { names, checks, ...(most === undefined ? {} : { most }) })
  const found: Scalar[][] = []
  for (let step = walk.next(); ; step = walk.next()) {
    if (step.done) return { found, complete: step.value.complete }
    const { value } = step
    found.push(names.map((name) => value[name] ?? null))
  }
}

describe('assignments', () => {
  it('are the whole product, in order', () => {
    expect(all(['a', 'b'])).toEqual({ found: [[true, 'p'], [true, 'q'], [false, 'p'], [false, 'q']], complete: true })
    expect(all(['c']).found).toEqual([[true], [false], [null]])
  })

  it('of no names are one, unless a check says no', () => {
    expect(all([])).toEqual({ found: [[]], complete: true })
    expect(all([], [{ names: [], passes: () => false }])).toEqual({ found: [], complete: true })
  })

  it('leave out what a check refuses, before later names are tried', () => {
    const asked: Scalar[] = []
    const opened = space()
    const check: Check = { names: ['a'], passes: () => asked.push(opened.values.a ?? null) > 1 }
    const found = [...assignments(opened, { names: ['a', 'b', 'c'], checks: [check] })]
    expect(found).toHaveLength(6)
    expect(asked).toEqual([true, false])
  })

  it('stop at the most that may be tried, and say so', () => {
    expect(all(['a', 'b', 'c'], [], 7)).toMatchObject({ complete: false, found: [[true, 'p', true], [true, 'p', false], [true, 'p', null], [true, 'q', true]] })
  })

  it('keep to what is fixed', () => {
    expect([...assignments(space(), { names: ['a', 'b'], checks: [], fixed: { a: false } })]).toHaveLength(2)
  })
})

describe('the order of names', () => {
  it('puts what decides before what is decided, each once, and ends in a circle', () => {
    const [b = { kind: 'null', from: 0, to: 0 }, c = b, a = b] = conditions('b', 'c', 'a')
    expect(withDeciding(['a'], { a: yesNo({ unless: b }), b: yesNo({ unless: c }), c: yesNo() })).toEqual(['c', 'b', 'a'])
    expect(withDeciding(['a', 'b'], { a: yesNo({ unless: b }), b: yesNo({ unless: a }) })).toEqual(['b', 'a'])
  })
})
