import { describe, expect, it } from 'vitest'
import { constantsByName, namesBeyondConstants, namesIn } from './names.ts'
import { parseCondition } from './parse.ts'
import { type Expression } from './syntax.ts'

const read = (source: string): Expression => {
  const parsed = parseCondition(source)
  if (!parsed.ok) throw new Error(source)
  return parsed.condition
}

describe('names of a condition', () => {
  it('lists each name once, in order', () => {
    expect(namesIn(read('b = 1 and (a > b or not(c))'))).toEqual(['b', 'a', 'c'])
  })

  it('collects the constants each name is compared with', () => {
    const source = 'x > 5 and 7 >= x and kitchen in ("hot", null) and x in [1..3] and d between date("2026-01-01") and e and ready and y + 1 > 2'
    expect({ ...constantsByName(read(source)) }).toEqual({ x: [5, 7, 1, 3], kitchen: ['hot', null], d: ['2026-01-01'], e: [], ready: [], y: [] })
  })

  it('keeps a number that JS can\'t hold as decimal text', () => {
    expect(constantsByName(read('x = 0.1234567890123456789')).x).toEqual(['0.1234567890123456789'])
  })

  it('has no prototype, so that no name is special', () => {
    expect(Object.keys(constantsByName(read('__proto__ = 1 and constructor = 2')))).toEqual(['__proto__', 'constructor'])
  })

  it('names what constants alone do not settle', () => {
    expect(namesBeyondConstants(read('x > 5 and y + 1 > 2 and a = b and c in (1, d) and ready'))).toEqual(['y', 'a', 'b', 'c', 'd'])
  })
})
