import { describe, expect, it } from 'vitest'
import { describeWitness } from './describe-witness.ts'

describe('a witness in words', () => {
  it('names every value', () => {
    expect(describeWitness({ seats: 51, kitchen: 'hot', works: true, opens: '2026-03-01' })).toBe('seats = 51, kitchen = "hot", works = true, opens = 2026-03-01')
  })

  it('says what is not given', () => {
    expect(describeWitness({ seats: null, works: false })).toBe('seats is not given, works = false')
  })

  it('without names it is about any values', () => {
    expect(describeWitness({})).toBe('any values')
  })

  it('tells text from dates and long numbers where types are known', () => {
    const types = { code: { kind: 'text' }, share: { kind: 'number' } } as const
    expect(describeWitness({ code: '2026-03-01', share: '0.1234567890123456789' }, types)).toBe('code = "2026-03-01", share = 0.1234567890123456789')
  })

  it('shows characters nobody sees', () => {
    expect(describeWitness({ name: 'a\u200f"b' })).toBe('name = "a\\u200f\\"b"')
  })
})
