import { describe, expect, it } from 'vitest'
import { condition } from './conditions.fixture.ts'
import { domainOf, typesOf } from './domain.ts'

describe('the domain of a question', () => {
  it('has the limits of whole numbers and money', () => {
    expect(domainOf({ type: 'integer', min: 1, max: 500 }, 'never')).toEqual({ type: { kind: 'number' }, integer: true, min: 1, max: 500, absent: 'never' })
    expect(domainOf({ type: 'money', max: 900 }, 'maybe')).toEqual({ type: { kind: 'number' }, integer: true, min: 0, max: 900, absent: 'maybe' })
  })

  it('has the options of a choice, and no limits of anything else', () => {
    expect(domainOf({ type: 'choice', of: ['a', 'b'] }, 'never')).toMatchObject({ type: { kind: 'text', oneOf: ['a', 'b'] }, integer: false, min: null, max: null })
    expect(domainOf({ type: 'yes_no' }, 'never').type).toEqual({ kind: 'boolean' })
    expect(domainOf({ type: 'date', notBefore: 'today', notAfter: null }, 'never')).toMatchObject({ type: { kind: 'date' }, min: null, max: null })
    expect(domainOf({ type: 'phone' }, 'never').type).toEqual({ kind: 'text' })
    expect(domainOf({ type: 'file', accept: ['pdf'], maxBytes: 1 }, 'never').type).toEqual({ kind: 'text' })
  })

  it('keeps when a value is absent', () => {
    const unless = condition('kitchen = "hot"')
    expect(domainOf({ type: 'text', maxLength: 9 }, { unless }).absent).toEqual({ unless })
  })

  it('gives the types that conditions are checked with', () => {
    expect(typesOf({ flag: domainOf({ type: 'yes_no' }, 'never') })).toEqual({ flag: { kind: 'boolean' } })
  })
})
